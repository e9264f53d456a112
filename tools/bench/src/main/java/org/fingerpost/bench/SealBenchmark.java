package org.fingerpost.bench;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.Sealing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Sealing and opening, derivation of the key and a random salt included, beside a bare AES-256-CBC
 * pass over the same bytes with a key that is there already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealBenchmark {

    static final String PASSWORD = "Tq8;x!Zw2#rL0v";

    /** A redirection, a complete configuration, the largest template known. */
    @Param({"2048", "25600", "184320"})
    int bytes = 2048;

    private final ConfigKey key = ConfigKey.of(PASSWORD);
    private final SecretKeySpec bareKey = new SecretKeySpec(new byte[32], "AES");
    private final IvParameterSpec bareIv = new IvParameterSpec(new byte[16]);
    private Cipher bare;
    private byte[] plain;
    private byte[] sealed;
    private byte[] bareSealed;

    private final byte[] derived = new byte[48];
    private MessageDigest md5;
    private byte salt;

    @Setup
    public void prepare() throws GeneralSecurityException {
        plain = new byte[bytes];
        new Random(1359).nextBytes(plain);
        sealed = seal();
        bare = Cipher.getInstance("AES/CBC/PKCS5Padding");
        md5 = MessageDigest.getInstance("MD5");
        bareSealed = bareEncryption();
    }

    @Benchmark
    public byte[] seal() {
        return Sealing.seal(plain, key, KeyDigest.MD5, Salt.random());
    }

    @Benchmark
    public byte[] bareEncryption() throws GeneralSecurityException {
        bare.init(Cipher.ENCRYPT_MODE, bareKey, bareIv);
        return bare.doFinal(plain);
    }

    /** The least that the format asks for: three digests, a new key and the pass. */
    @Benchmark
    public byte[] leastEncryption() throws GeneralSecurityException {
        salt++;
        for (int at = 0; at < derived.length; at += md5.getDigestLength()) {
            md5.update(derived);
            md5.update(salt);
            md5.digest(derived, at, md5.getDigestLength());
        }
        bare.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(derived, 0, 32, "AES"),
                new IvParameterSpec(derived, 32, 16));
        return bare.doFinal(plain);
    }

    @Benchmark
    public byte[] open() {
        return Sealing.open(sealed, PASSWORD, KeyDigest.MD5);
    }

    @Benchmark
    public byte[] bareDecryption() throws GeneralSecurityException {
        bare.init(Cipher.DECRYPT_MODE, bareKey, bareIv);
        return bare.doFinal(bareSealed);
    }
}
