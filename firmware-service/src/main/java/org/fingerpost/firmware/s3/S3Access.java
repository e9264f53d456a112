package org.fingerpost.firmware.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Incoming;
import org.fingerpost.firmware.blobs.StoreAway;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The way from settings to a bucket that can be used; what is wrong with them is one sentence. */
public final class S3Access {
    private static final Logger LOG = Logger.getLogger(S3Access.class);
    private static final String PREFIX = "fingerpost.firmware.s3.";
    private static final String MISSING = "is not set, but the driver is s3";
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private S3Access() {}

    /**
     * @param mustBeUsable the start stops if the store says no; a door, which has phones to serve
     *     from its shelf, starts all the same. A store that is away says nothing
     */
    public static S3Blobs open(
            S3Settings settings, Path stateFolder, Clock clock, boolean mustBeUsable) {
        BucketKeys keys = new BucketKeys(settings.prefix().orElse(""));
        Bucket bucket = bucket(settings);
        try {
            bucket.objection().ifPresent(why -> object(why, mustBeUsable));
        } catch (StoreAway away) {
            LOG.warnf("%s: it is asked again when it is needed", away.getMessage());
        }
        return new S3Blobs(bucket, keys, Incoming.open(stateFolder), clock);
    }

    static Bucket bucket(S3Settings settings) {
        return new Bucket(
                client(settings), settings.bucket().orElseThrow(() -> wrong("bucket", MISSING)));
    }

    private static void object(String why, boolean mustBeUsable) {
        if (mustBeUsable) {
            throw new IllegalStateException(
                    "the object store refuses the settings below fingerpost.firmware.s3: " + why);
        }
        LOG.errorf("The object store refuses the settings below fingerpost.firmware.s3: %s", why);
    }

    /**
     * Signs each request, sends MD5s of its own, and asks for no other checksums, which stores of
     * other makers do not all know.
     */
    private static S3Client client(S3Settings settings) {
        AwsBasicCredentials key =
                AwsBasicCredentials.create(
                        secret("access-key-file", settings.accessKeyFile()),
                        secret("secret-key-file", settings.secretKeyFile()));
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(StaticCredentialsProvider.create(key))
                        .forcePathStyle(
                                settings.pathStyle().orElse(settings.endpoint().isPresent()))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(settings.patience()));
        settings.endpoint().map(S3Access::checked).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static URI checked(URI endpoint) {
        boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
            throw wrong("endpoint", "is an address such as https://s3.example.com");
        }
        return endpoint;
    }

    private static String secret(String setting, Optional<Path> file) {
        Path path = file.orElseThrow(() -> wrong(setting, MISSING));
        try {
            String text = Files.readString(path).strip();
            if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw wrong(setting, path + " does not hold one word of visible characters");
            }
            return text;
        } catch (IOException e) {
            throw wrong(setting, "cannot read " + path);
        }
    }

    private static IllegalStateException wrong(String setting, String why) {
        return new IllegalStateException(PREFIX + setting + " " + why);
    }
}
