package org.fingerpost.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.junit.jupiter.api.Test;

class ProviderRegisterTest {
    private final AtomicLong commit = new AtomicLong();
    private final ProviderRegister register = new ProviderRegister(commit::get);

    @Test
    void aProviderIsFoundByItsIdItsKeyAndItsPathKeyUntilItIsGone() {
        told(7, provider(1, "abc", "hash-of-a-key"));

        assertThat(register.byId(1)).isPresent();
        assertThat(register.byPathKey("abc")).isEqualTo(register.byId(1));
        assertThat(register.byKeyHash("hash-of-a-key")).isEqualTo(register.byId(1));

        told(8, new Change.Gone(entry("provider/1", "{}")));

        assertThat(register.byKeyHash("hash-of-a-key")).isEmpty();
    }

    @Test
    void theRegisterHasHeardOfACommitOnlyWhenItWasToldOfIt() {
        commit.set(7); // the table is there, its followers are not told yet
        assertThat(register.heard()).isZero();

        told(7, provider(1, "abc", "hash-of-a-key"));

        assertThat(register.heard()).isEqualTo(7);
        told(9);
        assertThat(register.heard()).isEqualTo(9);
    }

    @Test
    void whatCannotBeReadLeavesTheLastGoodValue() {
        told(7, provider(1, "abc", "hash-of-a-key"));

        told(8, new Change.Put(entry("provider/1", "?"), Optional.empty()));

        assertThat(register.byPathKey("abc")).isPresent();
    }

    @Test
    void aKeyHasThePermissionsThatItWasGrantedAndNoOther() {
        String json =
                """
                {"id":1,"pathKey":"abc","keyHashes":["a","b","c"],"granted":[
                 {"keyHash":"b","permissions":["reveal","fly"]},{"keyHash":"c"}]}\
                """;
        told(7, new Change.Put(entry("provider/1", json), Optional.empty()));

        ProviderRegister.Known known = register.byKeyHash("b").orElseThrow();

        assertThat(known.permissionsOf("b")).containsExactly(Permission.REVEAL);
        assertThat(known.permissionsOf("a")).isEmpty();
        assertThat(known.permissionsOf("c")).isEmpty();
    }

    @Test
    void aProviderThatIsToldWithoutPermissionsHasNone() {
        told(7, provider(1, "abc", "hash-of-a-key"));

        assertThat(register.byId(1).orElseThrow().permissionsOf("hash-of-a-key")).isEmpty();
    }

    private void told(long number, Change... changes) {
        commit.set(number);
        register.changed(List.of(changes));
    }

    private static Change provider(long id, String pathKey, String hash) {
        String json =
                "{\"id\":"
                        + id
                        + ",\"pathKey\":\""
                        + pathKey
                        + "\",\"keyHashes\":[\""
                        + hash
                        + "\"]}";
        return new Change.Put(entry("provider/" + id, json), Optional.empty());
    }

    private static Entry entry(String key, String json) {
        return new Entry(key, "v1", 1, json.getBytes(UTF_8));
    }
}
