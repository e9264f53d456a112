package org.fingerpost.redirect.probes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.OutsideIsLoopback;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target server is looked at as a phone would meet it, and reported point by point. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OutsideIsLoopback.class)
class ProbesTest {
    private static final String XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><gs_provision version=\"1\"><config"
                    + " version=\"1\"><P2>hunter2</P2></config></gs_provision>";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer web;

    @BeforeEach
    void serve() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        web.createContext("/", this::answer);
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
    }

    @Test
    void eachFileIsAskedForAndToldByItsKindNeverByItsContent() {
        Customer acme = provider("Acme");
        long server = targetServer(acme, url("/p"), url("/fw"));

        probe(acme, server)
                .body("mac", equalTo("000b82000001"))
                .body("sides.role", contains("config", "firmware"))
                .body("sides[0].points.name", contains("name", "address", "tcp"))
                .body("sides[0].points.verdict", contains("passed", "passed", "passed"))
                .body("sides[0].files.file", contains("cfg000b82000001", "cfg000b82000001.xml"))
                .body("sides[0].files.status", contains(404, 200))
                .body("sides[0].files.verdict", contains("warning", "passed"))
                .body("sides[0].files[1].looksLike", equalTo("xml-1"))
                .body("sides[0].files[1].length", equalTo(XML.length()))
                .body("sides[1].files[0].file", equalTo("ht801fw.bin"))
                .body("sides[1].files[0].verdict", equalTo("failed"))
                .body("sides[1].files[0].detail", containsString("redirect"))
                .body(not(containsString("hunter2")));

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "/p/cfg000b82000001", "/p/cfg000b82000001.xml", "/fw/ht801fw.bin");
    }

    @Test
    void theLastReportIsKeptForItsProviderAndTheOperator() {
        Customer acme = provider("Acme");
        long server = targetServer(acme, url("/p"), url("/fw"));
        String path = "/api/v1/target-servers/" + server + "/probe";
        by(acme).get(path).then().statusCode(404);

        String report = probe(acme, server).extract().asString();

        assertThat(by(acme).get(path).asString()).isEqualTo(report);
        by(new Customer(0, Backends.OPERATOR_KEY)).get(path).then().statusCode(200);
        by(provider("Other")).get(path).then().statusCode(404);
        by(provider("Other")).post(path).then().statusCode(404);
    }

    @Test
    void aServerInsideIsNotLookedAt() {
        Customer acme = provider("Acme");
        long server = targetServer(acme, "http://10.0.0.1/p", "tftp://169.254.169.254");

        probe(acme, server)
                .body("sides[0].points.name", contains("address"))
                .body("sides[0].points[0].verdict", equalTo("failed"))
                .body("sides[0].points[0].detail", containsString("private"))
                .body("sides[0].files", empty())
                .body("sides[1].points[0].verdict", equalTo("failed"))
                .body("sides[1].files", empty());
    }

    @Test
    void aServerThatTakesNoConnectionsEndsThere() {
        int gone = web.getAddress().getPort();
        web.stop(0);
        Customer acme = provider("Acme");
        long server =
                targetServer(
                        acme,
                        "http://127.0.0.1:" + gone + "/p",
                        "https://127.0.0.1:" + gone + "/fw");

        probe(acme, server)
                .body("sides[0].points.name", hasItem("tcp"))
                .body("sides[0].points[2].verdict", equalTo("failed"))
                .body("sides[0].files", empty())
                .body("sides[1].files", empty());
    }

    @Test
    void aWebServerWithoutTlsFailsItsHandshake() {
        Customer acme = provider("Acme");
        String tls = url("/p").replace("http:", "https:");

        probe(acme, targetServer(acme, tls, tls))
                .body("sides[0].points.last().name", equalTo("tls"))
                .body("sides[0].points.last().verdict", equalTo("failed"))
                .body("sides[0].files", empty());
    }

    @Test
    void aBodyIsNotNeededAndNonsenseIsRefused() {
        Customer acme = provider("Acme");
        String path =
                "/api/v1/target-servers/" + targetServer(acme, url("/p"), url("/fw")) + "/probe";

        by(acme).post(path).then().statusCode(200).body("mac", equalTo("000b82fffffe"));
        by(acme).body(Map.of("firmware", "../x")).post(path).then().statusCode(422);
        by(acme).body(Map.of("mac", "phone")).post(path).then().statusCode(422);
    }

    @Test
    void aProviderInHasteIsToldToWait() {
        Customer acme = provider("Acme");
        long server = targetServer(acme, "http://10.0.0.1/p", "http://10.0.0.1/fw");
        for (int i = 0; i < 6; i++) {
            probe(acme, server);
        }

        by(acme).post("/api/v1/target-servers/" + server + "/probe")
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:fingerpost:problem:too-many-probes"));
    }

    private static ValidatableResponse probe(Customer customer, long server) {
        return by(customer)
                .body(Map.of("mac", "00:0B:82:00:00:01", "firmware", "ht801fw.bin"))
                .post("/api/v1/target-servers/" + server + "/probe")
                .then()
                .statusCode(200);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        if (path.endsWith(".xml")) {
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, XML.length());
            exchange.getResponseBody().write(XML.getBytes(UTF_8));
        } else if (path.endsWith(".bin")) {
            exchange.getResponseHeaders().add("Location", "http://10.0.0.1/");
            exchange.sendResponseHeaders(302, -1);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }
}
