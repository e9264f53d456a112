package org.fingerpost.envelope;

/** Made with Python's cryptography 48 (Argon2id and AES-GCM of OpenSSL), not with this code. */
final class Golden {
    static final String PASSPHRASE = "correct horse battery staple";
    static final String PLAIN = "a folder of phones";
    static final String ENVELOPE =
            "46505345414c454401000102030405060708090a0b0c0d0e0fa0a1a2a3a4a5a6"
                    + "462daddeba3ff9cb787c4cd5709da25a023747e981184bc0a21319b7d588130a"
                    + "7d15";

    private Golden() {}
}
