'use server';
import { orderTransportRules, orderTransportRulesInput } from '@/lib/operations/order-transport-rules';
import { removeTransportRule, removeTransportRuleInput } from '@/lib/operations/remove-transport-rule';
import {
  changeTransportRule,
  changeTransportRuleInput,
  createTransportRule,
  createTransportRuleInput,
} from '@/lib/operations/save-transport-rule';
import { switchTransportRule, switchTransportRuleInput } from '@/lib/operations/switch-transport-rule';
import { ruleTargets, ruleTargetsInput } from '@/lib/operations/transport-rules';
import { serverAction } from '@/lib/server-action';

export const createTransportRuleAction = serverAction(createTransportRuleInput, createTransportRule);
export const changeTransportRuleAction = serverAction(changeTransportRuleInput, changeTransportRule);
export const switchTransportRuleAction = serverAction(switchTransportRuleInput, switchTransportRule);
export const orderTransportRulesAction = serverAction(orderTransportRulesInput, orderTransportRules);
export const removeTransportRuleAction = serverAction(removeTransportRuleInput, removeTransportRule);
export const ruleTargetsAction = serverAction(ruleTargetsInput, ruleTargets);
