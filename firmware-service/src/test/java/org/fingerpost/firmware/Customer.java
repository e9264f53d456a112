package org.fingerpost.firmware;

import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.fingerpost.access.ApiKey;

/** A provider that redirect's state has told this service of, and its dealings. */
record Customer(long id, String pathKey, String key) {
    static final Customer ACME =
            new Customer(7, "acmeacmeacmeacme", "fp_1_" + "acmeacme".repeat(5));
    static final Customer RIVAL =
            new Customer(8, "rivalrivalrivalr", "fp_1_" + "rivalriv".repeat(5));

    /** One that has said where its phones lie. */
    static final Customer FENCED =
            new Customer(9, "fencedfencedfenc", "fp_1_" + "fencedfe".repeat(5));

    String keyHash() {
        return ApiKey.parse(key).orElseThrow().hash();
    }

    RequestSpecification asks() {
        return RestAssured.given().auth().oauth2(key);
    }

    /** A form without files; {@link #with} adds them. */
    RequestSpecification form(String family, String version) {
        return asks().multiPart("family", family).multiPart("version", version);
    }

    static RequestSpecification with(RequestSpecification form, String name, byte[] bytes) {
        return form.multiPart(
                new MultiPartSpecBuilder(bytes)
                        .controlName("files")
                        .fileName(name)
                        .mimeType("application/octet-stream")
                        .build());
    }

    Response uploads(String family, String version, String name, String content) {
        return with(form(family, version), name, content.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/releases");
    }

    /** The id of a new draft. */
    long drafts(String version, String name, String content) {
        Response made = uploads("GXP2160", version, name, content);
        made.then().statusCode(201);
        return made.jsonPath().getLong("id");
    }

    Response publishes(long release) {
        return asks().post("/api/v1/releases/" + release + "/publish");
    }

    Response withdraws(long release) {
        return asks().post("/api/v1/releases/" + release + "/withdraw");
    }

    Response offers(String family, String wish) {
        return asks().contentType("application/json").body(wish).put("/api/v1/offers/" + family);
    }

    /** A companion. */
    Response brings(String name, String content) {
        return asks().contentType("application/octet-stream")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/companions/" + name);
    }

    String address(String file) {
        return "/fw/" + pathKey + "/" + file;
    }
}
