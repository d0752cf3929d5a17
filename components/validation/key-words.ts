'use client';
import { useTranslations } from 'next-intl';
import type { CertificateFacts, TlsFacts } from '@/lib/mailflow/observation';

/** OpenSSL's names of the curves that everybody else calls by NIST's. */
const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};
const curveName = (name: string): string => CURVES[name] ?? name;

/** "RSA 2048 bits", "EC P-256", "ED25519". */
export function useKeyWords(): (certificate: CertificateFacts) => string {
  const t = useTranslations('validation.certificate');
  return ({ keyType, keyBits, keyCurve }) => {
    const type = keyType.toUpperCase();
    if (keyCurve !== undefined) return t('keyOnCurve', { type, curve: curveName(keyCurve) });
    return keyBits === undefined || type.startsWith('ED') ? type : t('keyText', { type, bits: keyBits });
  };
}

/** "ECDH X25519", "DH 2048 bits". */
export function useKeyExchangeWords(): (tls: TlsFacts) => string | undefined {
  const t = useTranslations('validation.certificate');
  return ({ keyExchange }) => {
    if (!keyExchange) return undefined;
    const { type, name, bits } = keyExchange;
    if (name !== undefined) return t('keyOnCurve', { type, curve: curveName(name) });
    return bits === undefined ? type : t('keyText', { type, bits });
  };
}
