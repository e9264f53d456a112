package org.fingerpost.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.testkit.TestKafka;

/** A door that is not there: puts into Kafka what one would have seen, at times of its own. */
final class PlayedDoor implements AutoCloseable {
    private static final String TOPIC = "fingerpost.sightings";
    private static final int PARTITIONS = 6;

    final UUID id = UUID.randomUUID();
    private final long provider;
    private final KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer());
    private long sequence;

    PlayedDoor(long provider) {
        this.provider = provider;
    }

    /** The phone asked for its configuration, running a version. */
    void saw(Instant at, MacAddress mac, String version) {
        see(at, mac, version, "\"service\":\"config\",\"kind\":\"cfg-xml\",\"bytes\":900");
    }

    /** The same phone has shown its token. */
    void sawProved(Instant at, MacAddress mac, String version) {
        see(
                at,
                mac,
                version,
                "\"service\":\"config\",\"kind\":\"cfg-xml\",\"bytes\":900,\"proof\":\"token\"");
    }

    /** The phone fetched a file of which the whole has so many bytes, by the rule of a rollout. */
    void sent(Instant at, MacAddress mac, String version, String file, int bytes, long rollout) {
        see(
                at,
                mac,
                version,
                "\"service\":\"firmware\",\"kind\":\"firmware\",\"file\":\"%s\",\"bytes\":%d,\"rollout\":%d"
                        .formatted(file, bytes, rollout));
    }

    /** All that it saw before that time has been told. */
    void beats(Instant upTo) {
        beats(upTo, "");
    }

    /** The same, and that it lost something. */
    void beatsWithLoss(Instant upTo, Instant lastLoss) {
        beats(upTo, ",\"lastLoss\":\"" + lastLoss + "\"");
    }

    private void beats(Instant upTo, String more) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            String json =
                    """
                    {"door":"%s","service":"config","time":"%s","partition":%d,"partitions":%d%s}\
                    """
                            .formatted(id, upTo, partition, PARTITIONS, more);
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(TOPIC, partition, null, json);
            mark(
                    record,
                    "org.fingerpost.heartbeat.v1",
                    upTo,
                    upTo.toEpochMilli() + "-" + partition);
            producer.send(record);
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void see(Instant at, MacAddress mac, String version, String what) {
        String json =
                """
                {"door":"%s","sequence":%d,"time":"%s","mac":"%s","provider":%d,%s,"method":"GET",\
                "status":200,"outcome":"served","model":"GXP2160","version":"%s",\
                "address":"192.0.2.1","secure":false}\
                """
                        .formatted(id, ++sequence, at, mac, provider, what, version);
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, mac.toString(), json);
        mark(record, "org.fingerpost.sighting.v1", at, Long.toString(sequence));
        record.headers().add("ce_subject", mac.toString().getBytes(US_ASCII));
        producer.send(record);
    }

    private void mark(ProducerRecord<?, ?> record, String type, Instant at, String number) {
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id + "/" + number,
                        "ce_source",
                        "/fingerpost/config",
                        "ce_type",
                        type,
                        "ce_time",
                        at.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(US_ASCII)));
    }
}
