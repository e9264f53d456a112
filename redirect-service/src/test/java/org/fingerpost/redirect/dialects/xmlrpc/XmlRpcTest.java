package org.fingerpost.redirect.dialects.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.approve;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.rangesAround;
import static org.fingerpost.redirect.Outside.register;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.fingerpost.redirect.dialects.Program.call;
import static org.fingerpost.redirect.dialects.Program.said;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.dialects.Program;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program written for Yealink's, Htek's or Akuvox's service moves by changing a host name. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class XmlRpcTest {
    private static final AtomicInteger BLOCK = new AtomicInteger();
    private static final String OK = said(1, "OK");

    private final String block = String.format("000B82D2%02X", BLOCK.getAndIncrement());
    private Customer acme;
    private Program program;

    @BeforeEach
    void aProviderWithAProgram() {
        acme = provider("Acme");
        program = Program.xmlrpc(acme);
    }

    @Test
    void aServerIsAddedAndPhonesAreRegisteredCheckedListedAndTakenAway() {
        String mac = block + "01";
        assertThat(program.xmlrpc("addServer", "main", "http://acme.example:1445/boot/"))
                .isEqualTo(OK);
        assertThat(program.xmlrpc("checkDevice", mac)).isEqualTo(said(1, "Unregistered"));

        assertThat(program.xmlrpc("registerDevice", mac, "main")).isEqualTo(OK);

        assertThat(program.xmlrpc("registerDevice", mac, "main")).isEqualTo(OK);
        assertThat(program.xmlrpc("checkDevice", mac)).isEqualTo(said(1, "Registered"));
        assertThat(program.xmlrpc("listDevices"))
                .contains(
                        "<value><array><data><value>"
                                + mac.toLowerCase(Locale.ROOT)
                                + "</value></data></array></value>");
        JsonPath range = rangesAround(acme, mac);
        assertThat(range.getString("[0].state")).isEqualTo("pending");
        assertThat(program.xmlrpc("deRegisterDevice", mac)).isEqualTo(OK);
        assertThat(program.xmlrpc("checkDevice", mac)).isEqualTo(said(1, "Unregistered"));
        assertThat(program.xmlrpc("deRegisterDevice", mac))
                .isEqualTo(said(0, "Error:Invalid MAC(s):" + mac));
    }

    @Test
    void aServerOfTheSameNameIsTheSameOrIsRefused() {
        assertThat(program.xmlrpc("addServer", "main", "http://acme.example/p")).isEqualTo(OK);
        assertThat(program.xmlrpc("addServer", "main", "http://acme.example/p/")).isEqualTo(OK);
        assertThat(program.xmlrpc("addServer", "main", "http://acme.example/q"))
                .isEqualTo(said(0, "Error:Existing server name"));
        assertThat(program.xmlrpc("addServer", "x", "gopher://acme.example/q"))
                .isEqualTo(
                        said(
                                0,
                                "Error:The url can only begin with 'http://' or 'https://' or"
                                        + " 'ftp://' or 'tftp://'"));
        assertThat(program.xmlrpc("addServer", "x", "http://acme.example/q?mac=1"))
                .contains("<boolean>0</boolean>", "Error:Invalid url:", "no query");
        assertThat(program.xmlrpc("addServer", "x", "http://fm.grandstream.com/gs"))
                .contains("<boolean>0</boolean>", "go in circles");
        assertThat(program.xmlrpc("addServer", "", "http://acme.example/q"))
                .isEqualTo(said(0, "Error:Invalid server name"));
        assertThat(by(acme).get("/api/v1/target-servers").jsonPath().getList("name"))
                .containsExactly("main");
    }

    @Test
    void theFlagMovesAPhoneOfOnesOwnAndWithoutItThePhoneIsSaidToExist() {
        program.xmlrpc("addServer", "one", "http://one.example/p");
        program.xmlrpc("addServer", "two", "http://two.example/p");
        String mac = block + "02";
        assertThat(program.xmlrpc("registerDevice", mac, "one", "1")).isEqualTo(OK);

        assertThat(program.xmlrpc("registerDevice", mac, "two"))
                .isEqualTo(said(0, "Error:Existing MAC(s):" + mac));
        assertThat(program.xmlrpc("registerDevice", mac, "two", "0"))
                .isEqualTo(said(0, "Error:Existing MAC(s):" + mac));
        assertThat(program.xmlrpc("registerDevice", mac, "two", "1")).isEqualTo(OK);

        assertThat(serverOf(mac)).isEqualTo("two");
        assertThat(program.xmlrpc("editDevice", mac, "one")).isEqualTo(OK);
        assertThat(serverOf(mac)).isEqualTo("one");
        assertThat(program.xmlrpc("editDevice", block + "03", "one"))
                .isEqualTo(said(0, "Error:Invalid MAC(s):" + block + "03"));
    }

    @Test
    void anothersPhoneIsRegisteredElsewhereAndNoFlagChangesThat() {
        Customer rival = provider("Rival Telephony");
        long rivals = targetServer(rival, "http://r.example/p", "http://r.example/f");
        String mac = block + "04";
        approve(register(rival, mac, mac, rivals));
        program.xmlrpc("addServer", "main", "http://acme.example/p");
        String elsewhere =
                said(0, "Error:" + mac.toLowerCase(Locale.ROOT) + " registered elsewhere");

        assertThat(program.xmlrpc("checkDevice", mac)).isEqualTo(said(1, "Registered Elsewhere"));
        assertThat(program.xmlrpc("registerDevice", mac, "main")).isEqualTo(elsewhere);
        assertThat(program.xmlrpc("registerDevice", mac, "main", "1")).isEqualTo(elsewhere);
        assertThat(
                        program.xmlrpc(
                                "registerDeviceWithUniqueUrl",
                                mac,
                                "main",
                                "http://acme.example/u",
                                "1"))
                .isEqualTo(elsewhere);
        assertThat(program.xmlrpc("editDevice", mac, "main"))
                .isEqualTo(said(0, "Error:Invalid MAC(s):" + mac));
        assertThat(program.xmlrpc("deRegisterDevice", mac))
                .isEqualTo(said(0, "Error:Invalid MAC(s):" + mac));
        assertThat(by(rival).get("/api/v1/ranges").jsonPath().getString("[0].state"))
                .isEqualTo("active");
        assertThat(by(acme).get("/api/v1/target-servers").jsonPath().getList("name"))
                .containsExactly("main");
    }

    @Test
    void aListIsDoneAsAWholeOrNotAtAll() {
        program.xmlrpc("addServer", "main", "http://acme.example/p");
        String one = block + "05";
        String two = block + "06";

        assertThat(program.answer(registerDevices(one, "00s1122334400")))
                .isEqualTo(said(0, "Error:Invalid MAC(s):00s1122334400"));
        assertThat(rangesAround(acme, one).getList("$")).isEmpty();
        assertThat(program.answer(registerDevices(one, two))).isEqualTo(OK);
        assertThat(rangesAround(acme, two).getList("$")).hasSize(1);
        assertThat(
                        program.answer(
                                call(
                                        "deRegisterDevices",
                                        "<array><data><value>"
                                                + one
                                                + "</value><value>"
                                                + block
                                                + "07</value></data></array>")))
                .isEqualTo(said(0, "Error:Invalid MAC(s):" + block + "07"));
        assertThat(rangesAround(acme, one).getList("$")).hasSize(1);
        String[] many =
                IntStream.range(0, 101)
                        .mapToObj(i -> String.format("%s%02X", block, i))
                        .toArray(String[]::new);
        assertThat(program.answer(registerDevices(many)))
                .contains("Error:Too many MAC(s):100 at the most");
    }

    @Test
    void addressesAreTakenInTheSpellingsOfTheVendorsManuals() {
        program.xmlrpc("addServer", "main", "http://acme.example/p");
        String mac = "00:0B:82:D2:" + block.substring(8) + ":08";

        for (String spelled :
                new String[] {
                    mac, mac.replace(':', ' '), mac.replace(':', '-'), mac.replace(":", "")
                }) {
            assertThat(program.xmlrpc("registerDevice", spelled, "main")).isEqualTo(OK);
        }
        assertThat(program.xmlrpc("registerDevice", "00AABBCCDDEE", "main"))
                .isEqualTo(said(0, "Error:Invalid MAC(s):00AABBCCDDEE"));
        assertThat(program.xmlrpc("checkDevice", "00AABBCCDDEE")).isEqualTo(said(1, "Unknown"));
        assertThat(program.xmlrpc("checkDevice", "nonsense"))
                .isEqualTo(said(0, "Error:Invalid MAC"));
        assertThat(program.xmlrpc("registerDevice", block + "09", "nowhere"))
                .isEqualTo(said(0, "Error:Invalid server"));
    }

    @Test
    void aPhoneWithAnAddressOfItsOwnGoesThereAndMovesWithTheFlagOnly() {
        program.xmlrpc("addServer", "main", "http://acme.example/p");
        String mac = block + "0A";
        String method = "registerDeviceWithUniqueUrl";

        assertThat(program.xmlrpc(method, mac, "main", "http://acme.example/a", "0")).isEqualTo(OK);
        assertThat(program.xmlrpc(method, mac, "main", "http://acme.example/a")).isEqualTo(OK);
        assertThat(program.xmlrpc(method, mac, "main", "http://acme.example/b"))
                .isEqualTo(said(0, "Error:Existing MAC(s):" + mac));
        assertThat(urlOf(mac)).isEqualTo("http://acme.example/a");
        assertThat(program.xmlrpc(method, mac, "main", "http://acme.example/b", "1")).isEqualTo(OK);
        assertThat(urlOf(mac)).isEqualTo("http://acme.example/b");
        assertThat(program.xmlrpc(method, mac, "nowhere", "http://acme.example/b", "1"))
                .isEqualTo(said(0, "Error:Invalid server"));
        assertThat(program.xmlrpc(method, mac, "main", "acme.example/b", "1"))
                .contains("Error:The url can only begin with");
    }

    private static String registerDevices(String... macs) {
        String list =
                IntStream.range(0, macs.length)
                        .mapToObj(i -> "<value><string>" + macs[i] + "</string></value>")
                        .collect(Collectors.joining());
        return "<?xml version=\"1.0\"?><methodCall><methodName>redirect.registerDevices"
                + "</methodName><params><param><value><array><data>"
                + list
                + "</data></array></value></param><param><value>main</value></param>"
                + "<param><value><boolean>0</boolean></value></param></params></methodCall>";
    }

    private String serverOf(String mac) {
        return server(mac).getString("name");
    }

    private String urlOf(String mac) {
        return server(mac).getString("configUrl");
    }

    private JsonPath server(String mac) {
        long id = rangesAround(acme, mac).getLong("[0].targetServerId");
        return by(acme).get("/api/v1/target-servers/" + id).jsonPath();
    }
}
