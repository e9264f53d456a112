package org.fingerpost.bench.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.fingerpost.bench.world.StateWriter;
import org.fingerpost.config.secrets.MasterKey;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.WrappedKey;

/**
 * What a config door finds: a master key in a file, and its own state and redirect's in Kafka.
 *
 * @param commits how many commits the config state had when the fleet was told
 */
record Installation(Path masterKey, Fleet fleet, long commits) {
    private static final int MASTER_BYTES = 32;

    static Installation in(Path folder, String broker, int devices)
            throws IOException, ExecutionException, InterruptedException {
        SecureRandom random = new SecureRandom();
        Path file = masterKey(folder, random);
        ProviderKey key = ProviderKey.make(Fleet.PROVIDER, ProviderKey.FIRST, random);
        Fleet fleet = new Fleet(key, devices);
        redirect(broker);
        StateWriter.createTopic(broker, "firmware"); // a young firmware service: nothing in it
        StateWriter.createTopic(broker, "config");
        long commits;
        try (StateWriter config = new StateWriter(broker, "config", 1)) {
            WrappedKey wrapped = MasterKey.read(file).wrap(key, random);
            config.commit("provider-key/7/" + key.keyId(), wrapped(wrapped));
            config.commit("sheet/7/provider", Layers.sheet(1));
            fleet.tell(config::add);
            commits = config.commits();
        }
        System.out.printf("%,d devices are in Kafka%n", devices);
        return new Installation(file, fleet, commits);
    }

    private static void redirect(String broker) throws ExecutionException, InterruptedException {
        String provider = "{\"id\":%d,\"pathKey\":\"%s\",\"keyHashes\":[]}";
        StateWriter.createTopic(broker, "redirect");
        try (StateWriter redirect = new StateWriter(broker, "redirect", 1)) {
            redirect.commit(
                    "provider/" + Fleet.PROVIDER,
                    provider.formatted(Fleet.PROVIDER, Fleet.PATH_KEY)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path masterKey(Path folder, SecureRandom random) throws IOException {
        byte[] bytes = new byte[MASTER_BYTES];
        random.nextBytes(bytes);
        return Files.writeString(
                folder.resolve("master.key"), HexFormat.of().formatHex(bytes) + "\n");
    }

    private static byte[] wrapped(WrappedKey key) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("provider", key.provider());
        record.put("keyId", key.keyId());
        record.put("nonce", key.nonce());
        record.put("ciphertext", key.ciphertext());
        return Fleet.bytes(record);
    }
}
