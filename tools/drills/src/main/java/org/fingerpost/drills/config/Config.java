package org.fingerpost.drills.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fingerpost.drills.drilled.Api;
import org.fingerpost.drills.drilled.Customer;
import org.fingerpost.drills.drilled.Drilled;
import org.fingerpost.drills.drilled.Outcome;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Writer;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.town.Patience;

/**
 * Phones that ask for their own files, nine of ten with their token; the tenth is somebody who
 * knows no more than an address.
 */
public final class Config implements Drilled, OwnFile.Files {
    private static final int STOCK = 0x10_0000;
    private static final int IMPORTS = 0x40_0000;
    private static final int MADE = 0x80_0000;
    private static final int IMPORTED = 500;
    private static final long FIRST_NUMBER = 700_000_000;

    private final Calm calm;
    private final Customer customer;
    private final DeviceApi api;
    private final FirstBoots boots;
    private final AtomicLong numbers = new AtomicLong(FIRST_NUMBER);
    private final AtomicInteger addresses = new AtomicInteger(MADE);
    private final List<Device> stock = new ArrayList<>();
    private final Queue<Device> made = new ConcurrentLinkedQueue<>();
    private final Device marked = new Device("000b820fffff");
    private final Map<Integer, Long> marks = new HashMap<>();
    private Mould mould;

    /** {@code port}: of the door at which phones come for the first time. */
    public Config(String redirect, String url, String operatorKey, int port, Calm calm) {
        this.calm = calm;
        this.customer = Customer.open(redirect, operatorKey);
        this.api = new DeviceApi(new Api(url, customer.apiKey()));
        this.boots = new FirstBoots(this, port);
        long number = numbers.incrementAndGet();
        Patience.until(
                "config knows the provider",
                () -> api.put(marked, number) instanceof Outcome.Acknowledged<?>);
        boots.of(List.of(marked));
        mould = boots.mould(marked, number);
    }

    @Override
    public String pathKey() {
        return customer.pathKey();
    }

    @Override
    public Mould mould() {
        return mould;
    }

    @Override
    public Set<String> possible(Device device, long sent, long answered) {
        return device.possible(sent, answered, calm);
    }

    @Override
    public void fill(int phones) {
        stock.addAll(imported(STOCK, phones));
        api.imports().finished();
        boots.of(stock);
        Patience.until(
                "the windows are closed",
                () ->
                        api.all().values().stream()
                                .noneMatch(each ->
                                        each.path("window").path("state").asText().equals("open")));
    }

    private List<Device> imported(int first, int phones) {
        List<Device> devices = new ArrayList<>();
        List<String> columns = List.of("P47", "P35", "P34", "P270");
        StringBuilder list = new StringBuilder("mac,model," + String.join(",", columns) + "\n");
        for (int i = 0; i < phones; i++) {
            Device device = new Device("000b82%06x".formatted(first + i));
            long number = numbers.incrementAndGet();
            Map<String, String> settings = Device.settings(number);
            list.append(device.mac()).append(',').append(Device.MODEL);
            columns.forEach(column -> list.append(',').append(settings.get(column)));
            list.append('\n');
            device.number().begin(number, System.nanoTime());
            devices.add(device);
        }
        boolean taken = api.imports().ask("drill-" + first, list.toString(), phones);
        if (taken) {
            devices.forEach(device -> device.number().acknowledge(System.nanoTime()));
        }
        return taken ? devices : List.of();
    }

    @Override
    public Question next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Device device = stock.get(random.nextInt(stock.size()));
        return random.nextInt(10) == 0
                ? OwnFile.ofAnybody(this, device, random.nextBoolean())
                : OwnFile.of(this, device, random.nextBoolean());
    }

    @Override
    public List<Writer> writers(int count) {
        return IntStream.range(0, count).<Writer>mapToObj(i -> writer(i, count)).toList();
    }

    private Writer writer(int which, int of) {
        List<Device> own =
                IntStream.range(0, stock.size())
                        .filter(i -> i % of == which)
                        .mapToObj(stock::get)
                        .toList();
        return new DeviceWriter(api, own, this::fresh, numbers::incrementAndGet);
    }

    private Device fresh() {
        Device device = new Device("000b82%06x".formatted(addresses.getAndIncrement()));
        made.add(device);
        return device;
    }

    @Override
    public void handOver(int turn) {
        made.addAll(imported(IMPORTS + turn * IMPORTED, IMPORTED));
    }

    @Override
    public boolean mark(int turn) {
        // Asked again it is the same write: one in doubt may come last.
        long number = marks.computeIfAbsent(turn, _ -> numbers.incrementAndGet());
        return api.put(marked, number) instanceof Outcome.Acknowledged<?>;
    }

    @Override
    public boolean marked(int turn, String told) {
        return told.equals(Device.word(marks.get(turn)));
    }

    @Override
    public Question marker() {
        return OwnFile.of(this, marked, false);
    }

    @Override
    public List<Question> known() {
        return both(stock).toList();
    }

    /** Phones that were made meanwhile have not come yet: they come now. */
    @Override
    public List<Question> everything() {
        List<Device> come =
                made.stream()
                        .filter(each ->
                                !each.number().inDoubt()
                                        && !each.number().current().contains(Device.NONE))
                        .toList();
        boots.of(come);
        Stream<Question> gone =
                made.stream()
                        .filter(each -> each.number().current().equals(Set.of(Device.NONE)))
                        .map(each -> OwnFile.ofAnybody(this, each, true));
        return Stream.concat(gone, Stream.concat(both(stock), both(come))).toList();
    }

    private Stream<Question> both(List<Device> devices) {
        return devices.stream()
                .flatMap(each ->
                        Stream.of(OwnFile.of(this, each, true), OwnFile.of(this, each, false)));
    }

    @Override
    public List<String> lost() {
        List<String> lost = new ArrayList<>(api.imports().unfinished());
        Map<String, JsonNode> devices = api.all();
        Stream.concat(stock.stream(), made.stream())
                .forEach(device -> {
                    JsonNode there = devices.get(device.mac());
                    long number =
                            there == null
                                    ? Device.NONE
                                    : there.path("settings").path("P35").asLong();
                    Set<Long> current = device.number().current();
                    if (!current.contains(number)) {
                        lost.add(device.mac() + " has " + number + ", told " + current);
                    }
                });
        return lost;
    }

    @Override
    public Set<String> topics() {
        return Set.of("fingerpost.redirect.state", "fingerpost.config.state");
    }
}
