package org.fingerpost.door.sightings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.testkit.Soon;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;

/** Sightings reach the control plane that follows them, whatever becomes of it meanwhile. */
class SightingsFollowerTest {
    private final String topic = TestKafka.freshTopic(1, Map.of());
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Test
    void aBatchThatCouldNotBeTakenIsReadAgain() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger(2);
        send(0, 10);
        SightingsFollower follower =
                follower(sightings -> {
                    if (!sightings.isEmpty() && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("the database is away");
                    }
                    keep(sightings);
                });

        follower.start();
        Soon.until(taken::size, count -> count == 10);
        follower.stop();

        assertThat(taken).containsExactlyElementsOf(names(0, 10));
        assertThat(failures.get()).isLessThanOrEqualTo(0);
        assertThat(follower.lag()).isZero();
    }

    @Test
    void whatIsNeverTakenIsSaidToWait() throws InterruptedException {
        AtomicInteger refusals = new AtomicInteger();
        send(0, 10);
        SightingsFollower follower =
                follower(sightings -> {
                    if (!sightings.isEmpty()) {
                        refusals.incrementAndGet();
                        throw new IllegalStateException("the database is away");
                    }
                });

        follower.start();
        Soon.until(refusals::get, count -> count == 2);
        follower.stop();

        // ten, and the one without a value
        assertThat(follower.lag()).isEqualTo(11);
    }

    @Test
    void whoeverComesNextGoesOnWhereTheLastOneStopped() throws InterruptedException {
        SightingsFollower first = follower(this::keep);
        send(0, 10);
        first.start();
        Soon.until(taken::size, count -> count == 10);
        first.stop();
        send(10, 5);

        SightingsFollower second = follower(this::keep);
        second.start();
        Soon.until(taken::size, count -> count == 15);
        second.stop();

        assertThat(taken).containsExactlyElementsOf(names(0, 15));
    }

    @Test
    void theTakerIsCalledWhenThereIsNothingNew() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        SightingsFollower follower =
                follower(sightings -> {
                    assertThat(sightings).isEmpty();
                    calls.incrementAndGet();
                });

        follower.start();
        Soon.until(calls::get, count -> count >= 2);
        follower.stop();
    }

    @Test
    void oneThatWasNeverStartedStopsAtOnce() throws InterruptedException {
        follower(this::keep).stop();
    }

    private SightingsFollower follower(SightingsFollower.Taker taker) {
        return new SightingsFollower(
                topic, "of-" + topic, Brokers.at(TestKafka.bootstrapServers()), taker);
    }

    private void keep(List<byte[]> sightings) {
        sightings.forEach(sighting -> taken.add(new String(sighting, UTF_8)));
    }

    private void send(int from, int count) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestKafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            names(from, count).forEach(name -> producer.send(new ProducerRecord<>(topic, name)));
            producer.send(new ProducerRecord<>(topic, "no value", null));
        }
    }

    private static List<String> names(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(n -> "sighting " + n).toList();
    }
}
