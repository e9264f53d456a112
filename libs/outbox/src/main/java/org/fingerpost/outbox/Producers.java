package org.fingerpost.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the relay's producer. */
final class Producers {
    private Producers() {}

    /** Fences every earlier producer of the same id before it returns. */
    static Producer<byte[], byte[]> transactional(RelaySettings settings) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
        client.put(ProducerConfig.ACKS_CONFIG, "all");
        client.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        client.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        client.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        client.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 20_000);
        client.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }
}
