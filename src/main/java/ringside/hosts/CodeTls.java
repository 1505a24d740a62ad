package ringside.hosts;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.NamedParameterSpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import ringside.digest.Digests;

/**
 * TLS 1.3 between two that know the same code (SPEC 13.7): both make one key pair of it, show a
 * certificate of that key, and accept no other. Whoever does not know the code can show none, and
 * who listens learns nothing of it. Stateless.
 */
final class CodeTls {

    /** The only version that is spoken. */
    static final String VERSION = "TLSv1.3";

    private static final char[] NO_PASSWORD = {};

    private CodeTls() {}

    /**
     * Returns what makes sockets of a code; takes about a second.
     *
     * @throws IOException when this Java cannot
     */
    static SSLContext of(JoinCode code) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Expansion(code.seed()));
            KeyPair pair = generator.generateKeyPair();
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(
                    "code",
                    pair.getPrivate(),
                    NO_PASSWORD,
                    new Certificate[] {SelfSignedCertificate.of(pair)});
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance(VERSION);
            context.init(
                    keys.getKeyManagers(), new TrustManager[] {new Same(pair.getPublic())}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SSLException(e);
        }
    }

    /** As many bytes as a generator of keys wants, made of a seed. */
    private static final class Expansion extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;
        private int taken;

        Expansion(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                byte[] block = block(taken++);
                left.put(block, 0, Math.min(block.length, left.remaining()));
            }
        }

        private byte[] block(int number) {
            MessageDigest digest = Digests.newDigest();
            digest.update(seed);
            return digest.digest(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        }
    }

    /** Accepts the certificate of one key. */
    private static final class Same extends X509ExtendedTrustManager {

        private final PublicKey key;

        Same(PublicKey key) {
            this.key = key;
        }

        private void check(X509Certificate[] shown) throws CertificateException {
            if (shown.length == 0 || !shown[0].getPublicKey().equals(key)) {
                throw new CertificateException("another code");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String type)
                throws CertificateException {
            check(shown);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String type)
                throws CertificateException {
            check(shown);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket)
                throws CertificateException {
            check(shown);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
                throws CertificateException {
            check(shown);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine)
                throws CertificateException {
            check(shown);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine)
                throws CertificateException {
            check(shown);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
