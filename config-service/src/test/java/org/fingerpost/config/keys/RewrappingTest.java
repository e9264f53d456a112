package org.fingerpost.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.config.secrets.MasterKey;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.secrets.seals.WrappedKey;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service under test has a new master key and still knows the one before. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class RewrappingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long PROVIDER = 900_001;
    private static final Place PLACE = Place.Owner.generic(PROVIDER).at(PValue.parse("P34"));

    @Inject DataSource dataSource;
    @Inject MasterKey master;
    @Inject Rewrapping rewrapping;

    @TempDir Path folder;

    @Test
    void aKeyUnderTheOlderMasterKeyIsWrappedUnderTheNewOneAndToldToTheDoors() throws Exception {
        MasterKey older =
                MasterKey.read(Files.writeString(folder.resolve("old"), Backends.OLDER_MASTER_KEY));
        ProviderKey key = ProviderKey.make(PROVIDER, "k1", RANDOM);
        Sealed sealed = key.seal(PLACE, "geheim", RANDOM);
        insert(older.wrap(key, RANDOM));
        assertThat(master.isCurrent(kept())).isFalse();
        assertThat(master.unwrap(kept()).open(PLACE, sealed)).isEqualTo("geheim");

        rewrapping.run();

        WrappedKey after = kept();
        assertThat(master.isCurrent(after)).isTrue();
        assertThat(master.unwrap(after).open(PLACE, sealed)).isEqualTo("geheim");
        Soon.until(
                () -> Contract.read("fingerpost.config.state"),
                told ->
                        told.stream()
                                .anyMatch(record ->
                                        record.key().equals("provider-key/" + PROVIDER + "/k1")));
        rewrapping.run();
        assertThat(kept().nonce()).isEqualTo(after.nonce());
    }

    private void insert(WrappedKey key) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO provider_key (provider_id, key_id, nonce, ciphertext,"
                                        + " made_at) VALUES (?, ?, ?, ?, now())")) {
            insert.setLong(1, key.provider());
            insert.setString(2, key.keyId());
            insert.setBytes(3, key.nonce());
            insert.setBytes(4, key.ciphertext());
            insert.executeUpdate();
        }
    }

    private WrappedKey kept() throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask =
                        connection.prepareStatement(
                                "SELECT nonce, ciphertext FROM provider_key WHERE provider_id ="
                                        + " ?")) {
            ask.setLong(1, PROVIDER);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return new WrappedKey(PROVIDER, "k1", row.getBytes(1), row.getBytes(2));
            }
        }
    }
}
