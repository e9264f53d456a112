package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;

/** A phone of a provider, and what it is not told. */
abstract class PhoneDesk {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);

    final String mac = String.format("000b8210%04x", COUNT.getAndIncrement());
    final Customer acme = PlayedRedirect.customer();

    static void assertNothing(Response answer) {
        answer.then().statusCode(404).header("Content-Length", equalTo("0"));
        assertThat(answer.asByteArray()).isEmpty();
    }
}
