package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.doorway.RawClient.Response;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a door has nothing for gets one answer, whatever it was. */
class BareAnswerTest {
    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter(BareAnswerTest::answer);
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    private static Answer answer(PhoneRequest request) {
        return request.path().equals("/gs/known")
                ? new Answer.Bytes(
                        Seen.of(Kind.CFG_BINARY, Outcome.SERVED), "text/xml", new byte[20], "v1")
                : new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
    }

    @Test
    void theBare404HasNothingButItsLength() {
        Response response = RawClient.get(counter.port(), "/gs/nothing");
        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(response.lasting()).containsExactly("content-length: 0");
        assertThat(response.fields()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("org.fingerpost.door.doorway.Nasty#paths")
    void whateverIsNobodysGetsTheSameBare404(String path) {
        Response bare = RawClient.get(counter.port(), "/gs/nothing");
        Response response = RawClient.get(counter.port(), path);
        assertThat(response.statusLine()).isEqualTo(bare.statusLine());
        assertThat(response.fields()).isEqualTo(bare.fields());
        assertThat(response.body()).isEmpty();
        Response head = RawClient.ask(counter.port(), RawClient.request("HEAD", path));
        assertThat(head.statusLine()).isEqualTo(bare.statusLine());
        assertThat(head.fields()).isEqualTo(bare.fields());
    }

    @ParameterizedTest
    @MethodSource("org.fingerpost.door.doorway.Nasty#methods")
    void methodsOtherThanGetAndHeadGetTheSameBare404(String method) {
        Response bare = RawClient.get(counter.port(), "/gs/nothing");
        Response response = RawClient.ask(counter.port(), RawClient.request(method, "/gs/known"));
        assertThat(response.statusLine()).isEqualTo(bare.statusLine());
        assertThat(response.fields()).isEqualTo(bare.fields());
        assertThat(response.body()).isEmpty();
        assertThat(counter.lastSighting().method()).isEqualTo(method);
        assertThat(counter.lastSighting().outcome()).isEqualTo(Outcome.NONE);
    }

    @ParameterizedTest
    @MethodSource("org.fingerpost.door.doorway.Nasty#lines")
    void whatIsHardlyHttpGetsNoBody(String bytes) {
        try (RawClient client = new RawClient(counter.port())) {
            client.send(bytes);
            assertThat(client.head()).matches(Nasty.NO_BODY);
        }
    }
}
