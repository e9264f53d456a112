package org.fingerpost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BackendsTest {

    @Test
    void everyCallerGetsAnEmptyDatabaseOfItsOwn() throws Exception {
        try (Connection one = TestPostgres.freshDatabase().connect();
                Connection other = TestPostgres.freshDatabase().connect();
                Statement statement = one.createStatement();
                Statement question = other.createStatement()) {
            statement.execute("CREATE TABLE only_here (id int)");
            try (ResultSet rows = question.executeQuery("SELECT to_regclass('only_here')")) {
                rows.next();
                assertThat(rows.getString(1)).isNull();
            }
        }
    }

    @Test
    void aBrokerKeepsItsRecordsAcrossAStop() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.started()) {
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(settings)) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
            }
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept", "key", "value")).get();
            }
            broker.stop();
            broker.start();
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(
                            settings, new StringDeserializer(), new StringDeserializer())) {
                TopicPartition partition = new TopicPartition("kept", 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                assertThat(consumer.poll(Duration.ofSeconds(30)).records(partition))
                        .singleElement()
                        .satisfies(found -> assertThat(found.value()).isEqualTo("value"));
            }
        }
    }
}
