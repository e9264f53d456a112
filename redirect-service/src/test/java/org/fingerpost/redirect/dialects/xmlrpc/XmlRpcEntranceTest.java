package org.fingerpost.redirect.dialects.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.fingerpost.redirect.dialects.Program.call;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.dialects.Program;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where XML-RPC is spoken, with whom, and what is no call. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class XmlRpcEntranceTest {
    private static final AtomicInteger BLOCK = new AtomicInteger();

    private final String block = String.format("000B82D6%02X", BLOCK.getAndIncrement());
    private Customer acme;
    private Program program;

    @BeforeEach
    void aProviderWithAProgram() {
        acme = provider("Acme");
        program = Program.xmlrpc(acme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/xmlrpc", "/xmlrpc/", "/index.php/xmlrpc", "/fcgi/do?id=1"})
    void theVendorsPathsAreAnswered(String path) {
        program.post(path, call("checkDevice", "<string>nonsense</string>"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/xml"))
                .body(containsString("Error:Invalid MAC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/xmlrpc", "/xmlrpc/", "/index.php/xmlrpc", "/fcgi/do"})
    void whoeverReadsThereIsAPhoneThatAsksForAFileThatIsNone(String path) {
        RestAssured.get(path).then().statusCode(404).body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/xmlrpc/x", "/Xmlrpc", "/xml%72pc", "/gs/../xmlrpc"})
    void otherSpellingsOfThePathsAreNotAnswered(String path) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .body("x")
                .post(path)
                .then()
                .statusCode(404)
                .body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<methodCall>",
                "<methodCall/>",
                "<methodCall><methodName>redirect.listDevices</methodName></methodCall>x",
                "<!DOCTYPE methodCall SYSTEM \"http://127.0.0.1:1/x.dtd\"><methodCall>"
                        + "<methodName>redirect.listDevices</methodName></methodCall>",
                "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]><methodCall>"
                        + "<methodName>&b;</methodName></methodCall>",
                "<methodCall><methodName>&file;</methodName></methodCall>",
            })
    void aDocumentThatIsNoCallIsAFault(String document) {
        String answer =
                program.post("/xmlrpc", document).then().statusCode(200).extract().asString();

        assertThat(answer).contains("<fault>", "<int>-32700</int>").doesNotContain("Exception");
    }

    @Test
    void methodsThatAreNotThereAndParametersThatAreMissingAreFaults() {
        assertThat(program.xmlrpc("dropTable")).contains("<int>-32601</int>");
        assertThat(program.xmlrpc("registerDevice", block + "0B")).contains("<int>-32602</int>");
        assertThat(program.answer(call("checkDevice", "<array><data/></array>")))
                .contains("<int>-32602</int>");
        assertThat(program.answer(call("checkDevice", "<struct></struct>")))
                .contains("<int>-32700</int>");
    }

    @Test
    void whoShowsNoNameAndPasswordIsToldNothing() {
        String call = call("checkDevice", "<string>" + block + "0C</string>");
        Program gaps =
                Program.gaps(acme, targetServer(acme, "http://a.example/p", "http://a.example/f"));

        for (Program wrong :
                new Program[] {
                    new Program(0, program.name(), "wrong"),
                    new Program(0, "nobody", program.secret()),
                    new Program(0, "aaaaaaaaaaaa", program.secret()),
                    new Program(0, "\0", program.secret()),
                    new Program(0, program.name(), ""),
                    gaps
                }) {
            wrong.post("/xmlrpc", call)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Basic realm="))
                    .body(emptyString());
        }
        RestAssured.given().body(call).post("/xmlrpc").then().statusCode(401);
        RestAssured.given()
                .header("Authorization", "Bearer " + acme.apiKey())
                .body(call)
                .post("/xmlrpc")
                .then()
                .statusCode(401);
        for (String header : new String[] {"Basic", "Basic !!", "Basic bm9jb2xvbg=="}) {
            RestAssured.given()
                    .header("Authorization", header)
                    .body(call)
                    .post("/xmlrpc")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void aCredentialOfADialectOpensNothingElse() {
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(program.name(), program.secret())
                .get("/api/v1/ranges")
                .then()
                .statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(program.secret())
                .get("/api/v1/ranges")
                .then()
                .statusCode(401);
    }

    @Test
    void aBodyOver64KibIsRefused() {
        program.post("/xmlrpc", "x".repeat((64 << 10) + 1)).then().statusCode(413);
        program.post("/xmlrpc", " ".repeat(4 << 20)).then().statusCode(413);
    }
}
