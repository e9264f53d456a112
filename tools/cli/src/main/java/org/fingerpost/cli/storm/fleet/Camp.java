package org.fingerpost.cli.storm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.storm.load.Fleet;
import org.fingerpost.cli.streams.Complaint;

/**
 * A storm's fleet at the services. What is taken away is whatever the storms' provider has, so that
 * also what a storm left that was killed goes with the next one. One at a time.
 */
public final class Camp implements AutoCloseable {
    /** Locally administered: no phone is made with it. */
    private static final String OUI = "024650";

    private static final long FIRST_MAC = 0x024650_000000L;
    private static final String SIP_SERVER = "storm.invalid";

    /** What one list may hold. */
    private static final int LIST = 100_000;

    private static final int PAGE = 1_000;

    /** As many as the service has connections to its database, and then some are free. */
    private static final int HANDS = 8;

    private static final String FIRMWARE = "companions/gxp2160fw.bin";
    private static final int FIRMWARE_SIZE = 4_096;

    private final Site site;
    private final Consumer<String> say;
    private final Api operator;
    private final Owner owner;
    private final Api redirect;
    private final Api config;
    private final Api firmware;
    private volatile boolean closing;
    private boolean closed;

    private Camp(Site site, Consumer<String> say) {
        this.site = site;
        this.say = say;
        this.operator = site.redirectAsOperator();
        this.owner = Owner.of(operator);
        this.redirect = site.redirectAs(owner.apiKey());
        this.config = site.configAs(owner.apiKey());
        this.firmware = site.firmwareAs(owner.apiKey());
    }

    /** The storms' provider, with what it has. */
    public static Camp at(Site site, Consumer<String> say) {
        return new Camp(site, say);
    }

    /**
     * Makes so many phones known, with a file of their own each, and waits until the doors know.
     *
     * @throws Complaint if a service refuses, or it is being closed; what there is then is still to
     *     be taken away
     */
    public synchronized Fleet pitch(int phones) {
        clear();
        goOn();
        Fleet fleet = new Fleet(FIRST_MAC, phones, site.door(), SIP_SERVER, FIRMWARE_SIZE);
        register(fleet);
        for (int from = 0; from < phones; from += LIST) {
            goOn();
            importDevices(fleet, from, Math.min(phones, from + LIST));
        }
        goOn();
        firmware.bytes("PUT", FIRMWARE, "application/octet-stream", new byte[FIRMWARE_SIZE]);
        Address files = site.config().file("p").file(owner.pathKey());
        for (int number : new int[] {0, phones - 1}) {
            String name = "cfg" + fleet.mac(number);
            Knock.until(site.trust(), site.door().file(name));
            Knock.until(site.trust(), files.file(name));
        }
        Knock.until(site.trust(), firmwareFolder().file("gxp2160fw.bin"));
        return fleet;
    }

    private void goOn() {
        if (closing) {
            throw new Complaint("the storm was interrupted");
        }
    }

    private Address firmwareFolder() {
        return site.firmware().file("fw").file(owner.pathKey());
    }

    private void register(Fleet fleet) {
        operator.bytes("PUT", "ouis/" + OUI, "", new byte[0]);
        ObjectNode range = Owner.object();
        range.put("first", fleet.mac(0).toString());
        range.put("last", fleet.mac(fleet.phones() - 1).toString());
        range.put("targetServerId", targetServer());
        long id = redirect.json("POST", "ranges", range).path("id").asLong();
        operator.bytes("POST", "ranges/" + id + "/approve", "", new byte[0]);
    }

    /** There is one for all storms: like its provider it is for good. */
    private long targetServer() {
        ObjectNode wanted = Owner.object();
        wanted.put("name", "storm");
        wanted.put("configUrl", site.config().url() + "/p/" + owner.pathKey());
        wanted.put("firmwareUrl", firmwareFolder().url());
        for (JsonNode known : redirect.get("target-servers")) {
            long id = known.path("id").asLong();
            redirect.json("PUT", "target-servers/" + id, wanted);
            return id;
        }
        return redirect.json("POST", "target-servers", wanted).path("id").asLong();
    }

    private void importDevices(Fleet fleet, int from, int to) {
        StringBuilder list = new StringBuilder("mac,model,P47,P35,P34\n");
        for (int i = from; i < to; i++) {
            list.append(fleet.mac(i))
                    .append(',')
                    .append(Fleet.MODEL)
                    .append(',')
                    .append(SIP_SERVER);
            list.append(",2").append(i).append(",word-of-").append(i).append('\n');
        }
        byte[] body = list.toString().getBytes(StandardCharsets.US_ASCII);
        long id = config.bytes("POST", "device-imports", "text/csv", body).path("id").asLong();
        JsonNode job = settled(id);
        if (job.path("accepted").asInt() != to - from) {
            throw new Complaint("config took not all devices of the storm: import " + id);
        }
    }

    private JsonNode settled(long importId) {
        JsonNode job = config.get("device-imports/" + importId);
        while (job.path("state").asText().equals("running")) {
            say.accept(
                    "devices: %,d of %,d"
                            .formatted(job.path("accepted").asInt(), job.path("rows").asInt()));
            Pause.of(Duration.ofSeconds(1));
            job = config.get("device-imports/" + importId);
        }
        return job;
    }

    /** Everything is taken away that a storm brought; the second time, nothing is left to do. */
    @Override
    public void close() {
        closing = true;
        takeAway();
    }

    private synchronized void takeAway() {
        if (!closed) {
            clear();
            owner.forgetKeys(operator);
            closed = true;
        }
    }

    private void clear() {
        for (JsonNode job : config.get("device-imports?size=1000")) {
            settled(job.path("id").asLong());
        }
        JsonNode page = config.get("devices?size=" + PAGE);
        for (int gone = 0; !page.isEmpty(); page = config.get("devices?size=" + PAGE)) {
            deleteAll(page);
            gone += page.size();
            say.accept("devices taken away: %,d".formatted(gone));
        }
        for (JsonNode range : redirect.get("ranges?size=" + PAGE)) {
            redirect.delete("ranges/" + range.path("id").asText());
        }
        for (JsonNode file : firmware.get("companions")) {
            firmware.delete("companions/" + file.path("name").asText());
        }
        operator.delete("ouis/" + OUI);
    }

    private void deleteAll(JsonNode devices) {
        List<Future<?>> deletions = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            for (JsonNode device : devices) {
                deletions.add(
                        hands.submit(
                                () -> config.delete("devices/" + device.path("mac").asText())));
            }
        }
        for (Future<?> deletion : deletions) {
            try {
                deletion.get();
            } catch (ExecutionException refused) {
                throw new Complaint(refused.getCause().getMessage(), refused);
            } catch (InterruptedException stopped) {
                throw new Complaint("interrupted", stopped);
            }
        }
    }
}
