package org.jianxi.gateway.signing;

import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A private key that we hold ourselves, in memory and in a PKCS#12 file. Has no text form that shows it. */
sealed interface FileKey permits Sm2Key, PlatformKey {

    SubjectPublicKeyInfo publicKeyInfo();

    PrivateKeyInfo privateKeyInfo();

    BareSigner signing(SecureRandom random);
}
