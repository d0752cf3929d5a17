'use client';
import { DarkThemeRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceMenu } from './choice-menu';
import { keepPreference, type ThemeChoice, themeChoice } from './preference';

const CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** Light, dark, or as the system. */
export function ThemeMenu({ initial }: Readonly<{ initial: ThemeChoice }>) {
  const t = useTranslations('frame');
  const [choice, setChoice] = useState(initial);
  const choose = (value: string) => {
    const chosen = themeChoice(value);
    document.documentElement.dataset.theme = chosen;
    keepPreference('theme', chosen);
    setChoice(chosen);
  };
  return (
    <ChoiceMenu
      label={t('theme')}
      icon={<DarkThemeRegular />}
      value={choice}
      options={CHOICES.map((value) => ({ value, text: t(`themes.${value}`) }))}
      onChoose={choose}
    />
  );
}
