package org.fingerpost.redirect.dialects;

import static org.fingerpost.redirect.Outside.by;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.redirect.Outside.Customer;

/**
 * A provider's program as it was written for another service: it knows its name, its secret and an
 * address.
 */
public record Program(long id, String name, String secret) {
    private static final AtomicLong LATER = new AtomicLong();

    public static Program gaps(Customer customer, long targetServer) {
        return made(by(customer).body(Map.of("dialect", "gaps", "targetServerId", targetServer)));
    }

    public static Program xmlrpc(Customer customer) {
        return made(by(customer).body(Map.of("dialect", "xmlrpc")));
    }

    private static Program made(RequestSpecification asked) {
        Response made = asked.post("/api/v1/dialect-credentials");
        made.then().statusCode(201);
        return new Program(made.jsonPath().getLong("id"), made.path("name"), made.path("secret"));
    }

    /** GAPS, as sipwise's panel writes it: no blanks, MACs in capitals. */
    public String body(String method, String... macs) {
        return "{\"cid\":\""
                + name
                + "\",\"method\":\""
                + method
                + "\",\"params\":{\"macs\":[\""
                + String.join("\",\"", macs)
                + "\"]}}";
    }

    /** Each call is signed for another second, as none may be heard twice. */
    public Response gaps(String method, String... macs) {
        long time = Instant.now().getEpochSecond() - 60 + LATER.getAndIncrement() % 120;
        return send(body(method, macs), String.valueOf(time));
    }

    public Response send(String body, String time) {
        return send(body, time, signature(secret, body + time));
    }

    public static Response send(String body, String time, String signature) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/provision?sig=" + signature + "&time=" + time);
    }

    public static String signature(String key, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** XML-RPC, as sipwise's panel writes it: in lines, with blanks before the elements. */
    public String xmlrpc(String method, String... params) {
        StringBuilder call =
                new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<methodCall>\n")
                        .append("    <methodName>redirect.")
                        .append(method)
                        .append("</methodName>\n    <params>\n");
        for (String param : params) {
            call.append("        <param>\n            <value><string><![CDATA[")
                    .append(param)
                    .append("]]></string></value>\n        </param>\n");
        }
        call.append("    </params>\n</methodCall>\n");
        return answer(call.toString());
    }

    /** A call with one parameter, whose type is written in it. */
    public static String call(String method, String param) {
        return "<?xml version=\"1.0\"?><methodCall><methodName>redirect."
                + method
                + "</methodName><params><param><value>"
                + param
                + "</value></param></params></methodCall>";
    }

    /** What a call is answered. */
    public String answer(String document) {
        return post("/xmlrpc", document).then().statusCode(200).extract().asString();
    }

    public Response post(String path, String document) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(name, secret)
                .contentType("text/xml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    /** An answer of XML-RPC, letter by letter. */
    public static String said(int done, String text) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param><value>"
                + "<array><data><value><boolean>"
                + done
                + "</boolean></value><value>"
                + text
                + "</value></data></array></value></param></params></methodResponse>";
    }
}
