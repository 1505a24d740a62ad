package ringside.hosts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * A certificate that a key signs for itself, in the form of RFC 5280 and 8410: Java reads
 * certificates, and makes none. Stateless.
 */
final class SelfSignedCertificate {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT = 0x06;
    private static final int TEXT = 0x0C;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION_TAG = 0xA0;
    private static final byte VERSION_3 = 2;

    /** 1.3.101.112. */
    private static final byte[] ED25519 = {0x2B, 0x65, 0x70};

    /** 2.5.4.3. */
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};

    private static final int LONG_LENGTH = 0x80;

    private SelfSignedCertificate() {}

    static X509Certificate of(KeyPair pair) throws GeneralSecurityException {
        byte[] algorithm = form(SEQUENCE, form(OBJECT, ED25519));
        byte[] name =
                form(
                        SEQUENCE,
                        form(
                                SET,
                                form(
                                        SEQUENCE,
                                        form(OBJECT, COMMON_NAME),
                                        form(TEXT, ascii("ringside")))));
        byte[] content =
                form(
                        SEQUENCE,
                        form(VERSION_TAG, form(INTEGER, new byte[] {VERSION_3})),
                        form(INTEGER, new byte[] {1}),
                        algorithm,
                        name,
                        form(
                                SEQUENCE,
                                form(UTC_TIME, ascii("200101000000Z")),
                                // RFC 5280, 4.1.2.5: no end.
                                form(GENERALIZED_TIME, ascii("99991231235959Z"))),
                        name,
                        pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        byte[] signed =
                form(SEQUENCE, content, algorithm, form(BIT_STRING, new byte[1], signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(signed));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a tag, the length in the form of X.690, and the parts. */
    private static byte[] form(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (length < LONG_LENGTH) {
            whole.write(length);
        } else {
            whole.write(LONG_LENGTH + Short.BYTES);
            whole.write(length >>> Byte.SIZE);
            whole.write(length);
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
