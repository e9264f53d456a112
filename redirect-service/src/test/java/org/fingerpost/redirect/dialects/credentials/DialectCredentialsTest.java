package org.fingerpost.redirect.dialects.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.operator;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.dialects.Program;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials are shown once, exchanged and revoked, and theirs alone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DialectCredentialsTest {
    private static final String URL = "/api/v1/dialect-credentials";

    @Inject DataSource dataSource;

    @Test
    void aSecretIsShownOnceAndIsNowhereInTheDatabaseInClear() throws Exception {
        Customer acme = provider("Acme");
        Program gaps = Program.gaps(acme, server(acme));
        Program xmlrpc = Program.xmlrpc(acme);

        String shown = by(acme).get(URL).asString();

        assertThat(gaps.secret()).matches("[a-z2-7]{40}").isNotEqualTo(xmlrpc.secret());
        assertThat(shown)
                .contains(gaps.name(), xmlrpc.name(), "\"gaps\"", "\"xmlrpc\"")
                .doesNotContain(gaps.secret(), xmlrpc.secret());
        assertThat(rows()).isNotEmpty().doesNotContain(gaps.secret(), xmlrpc.secret());
    }

    @Test
    void anExchangedSecretIsVoidAtOnceAndTheNameStays() {
        Customer acme = provider("Acme");
        Program before = Program.xmlrpc(acme);

        String secret =
                by(acme).post(URL + "/" + before.id() + "/rotate")
                        .then()
                        .statusCode(200)
                        .body("name", equalTo(before.name()))
                        .extract()
                        .path("secret");

        String call = "<methodCall><methodName>redirect.listDevices</methodName></methodCall>";
        before.post("/xmlrpc", call).then().statusCode(401);
        new Program(before.id(), before.name(), secret)
                .post("/xmlrpc", call)
                .then()
                .statusCode(200);
    }

    @Test
    void anothersCredentialIsNotThere() {
        Customer acme = provider("Acme");
        Customer rival = provider("Rival");
        Program program = Program.gaps(acme, server(acme));
        long rivals = server(rival);
        String one = URL + "/" + program.id();

        by(rival).post(one + "/rotate").then().statusCode(404);
        by(rival).body(Map.of("targetServerId", rivals)).put(one).then().statusCode(404);
        by(rival).delete(one).then().statusCode(404);
        by(rival).get(URL).then().statusCode(200).body("size()", equalTo(0));
        operator().get(URL).then().statusCode(200);
        operator().post(one + "/rotate").then().statusCode(403);
        operator().delete(one).then().statusCode(204);
        by(acme).get(URL).then().body("size()", equalTo(0));
    }

    @Test
    void gapsNeedsAServerOfTheProvidersOwnAndXmlRpcTakesNone() {
        Customer acme = provider("Acme");
        Customer rival = provider("Rival");
        long rivals = server(rival);
        Program xmlrpc = Program.xmlrpc(acme);

        by(acme).body(Map.of("dialect", "gaps")).post(URL).then().statusCode(422);
        by(acme).body(Map.of("dialect", "gaps", "targetServerId", rivals))
                .post(URL)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:no-such-target-server"));
        by(acme).body(Map.of("dialect", "xmlrpc", "targetServerId", server(acme)))
                .post(URL)
                .then()
                .statusCode(422);
        by(acme).body(Map.of("targetServerId", rivals))
                .put(URL + "/" + xmlrpc.id())
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GAPS", "soap", "xml-rpc"})
    void aDialectThatIsNoneIsRefused(String word) {
        by(provider("Acme")).body(Map.of("dialect", word)).post(URL).then().statusCode(422);
    }

    @Test
    void aProviderHasAHundredAtTheMost() {
        Customer acme = provider("Acme");
        for (int i = 0; i < 100; i++) {
            Program.xmlrpc(acme);
        }

        by(acme).body(Map.of("dialect", "xmlrpc"))
                .post(URL)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:fingerpost:problem:too-many-dialect-credentials"));
    }

    @Test
    void eachDecisionAboutACredentialIsWrittenDownWithoutItsSecret() {
        Customer acme = provider("Acme");
        Program program = Program.gaps(acme, server(acme));
        String one = URL + "/" + program.id();
        by(acme).body(Map.of("targetServerId", server(acme, "b"))).put(one);
        by(acme).post(one + "/rotate");
        by(acme).delete(one);

        String trail =
                Soon.until(
                        () ->
                                by(acme).get(
                                                "/api/v1/audit?subject=dialect-credential/"
                                                        + program.id())
                                        .asString(),
                        seen -> seen.contains("revoked"));

        assertThat(trail).doesNotContain(program.secret());
        assertThat(
                        List.of(trail.split("\"action\":\"")).stream()
                                .skip(1)
                                .map(s -> s.split("\"")[0]))
                .containsExactly(
                        "dialect-credential-made",
                        "dialect-credential-changed",
                        "dialect-credential-rotated",
                        "dialect-credential-revoked");
    }

    private static long server(Customer customer) {
        return server(customer, "a");
    }

    private static long server(Customer customer, String name) {
        return targetServer(
                customer, "http://" + name + ".example/p", "http://" + name + ".example/f");
    }

    private String rows() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT c::text || coalesce(encode(ciphertext, 'escape'), '')"
                                        + " || coalesce(encode(digest, 'escape'), '')"
                                        + " FROM dialect_credential AS c")) {
            while (row.next()) {
                all.append(row.getString(1));
            }
        }
        return all.toString();
    }
}
