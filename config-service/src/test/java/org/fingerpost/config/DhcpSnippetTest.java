package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.by;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines for a provider's DHCP server. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class DhcpSnippetTest {
    private final Customer acme = PlayedRedirect.customer();
    private final String folder = "/p/" + acme.pathKey();

    @Test
    void familyThatKnowsAUrlIsLedToTheProvidersDirectoryByOne() {
        String url = "http://config.example:8082" + folder;
        asked("server=kea&family=gxp2160")
                .statusCode(200)
                .body("server", equalTo("kea"))
                .body("family", equalTo("GXP21xx"))
                .body("option66", equalTo(url))
                .body("option43", nullValue())
                .body("notes", empty())
                .body("lines", containsString("\"tftp-server-name\", \"data\": \"" + url + "\""));
    }

    @Test
    void familyThatKnowsNoneIsLedByTftp() {
        asked("server=dnsmasq&family=GXP20xx&subOption=1=0x0aff")
                .statusCode(200)
                .body("option66", equalTo("config.example" + folder))
                .body("option43", equalTo("01020aff"))
                .body("lines", containsString("dhcp-option-force=43,01:02:0a:ff"))
                .body("notes", hasItem(containsString("UDP port 69 of config.example")));
    }

    @Test
    void aPortIsOfNoUseByTftp() {
        asked("server=dnsmasq&scheme=tftp&host=192.0.2.10:6969")
                .statusCode(200)
                .body("notes", hasItem(containsString("UDP port 69 of 192.0.2.10:")))
                .body("notes", hasItem(containsString("heed no port")));
    }

    @Test
    void hostAndSchemeMayBeNamed() {
        asked("server=cisco&scheme=https&host=192.0.2.10:8443")
                .statusCode(200)
                .body("family", nullValue())
                .body("option66", equalTo("https://192.0.2.10:8443" + folder))
                .body("notes", hasItem(containsString("GXP20xx")));
    }

    @ParameterizedTest
    @CsvSource({
        "server=bind, unknown-dhcp-server",
        "family=GXP2160, unknown-dhcp-server",
        "server=kea&family=GXP9999, unknown-family",
        "server=kea&scheme=ftp, unwritable-dhcp-option",
        "server=kea&scheme=http&family=GXP2000, unwritable-dhcp-option",
        "server=kea&host=a%22b, unwritable-dhcp-option",
        "server=kea&subOption=255=x, unwritable-dhcp-option",
    })
    void whatCannotBeWrittenIsRefusedByName(String query, String type) {
        asked(query).statusCode(422).body("type", containsString(type));
    }

    @Test
    void strangersAreToldNothing() {
        RestAssured.get("/api/v1/dhcp-snippets?server=kea").then().statusCode(401);
    }

    @Test
    void theApisDescriptionHasIt() {
        String described = RestAssured.get("/q/openapi").asString();
        assertThat(described).contains("/api/v1/dhcp-snippets:", "kea, dhcpd, dnsmasq");
    }

    private ValidatableResponse asked(String query) {
        return by(acme.apiKey())
                .urlEncodingEnabled(false)
                .get("/api/v1/dhcp-snippets?" + query)
                .then();
    }
}
