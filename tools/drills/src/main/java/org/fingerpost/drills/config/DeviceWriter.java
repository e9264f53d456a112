package org.fingerpost.drills.config;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.fingerpost.drills.drilled.Done;
import org.fingerpost.drills.drilled.Writer;

/** Changes phones that nobody else changes, and makes and deletes others. */
final class DeviceWriter implements Writer {
    private final DeviceApi api;
    private final List<Device> own;
    private final Supplier<Device> fresh;
    private final LongSupplier numbers;
    private final List<Device> made = new ArrayList<>();

    /**
     * @param own that only this writer changes
     * @param fresh devices that nobody has made yet
     */
    DeviceWriter(DeviceApi api, List<Device> own, Supplier<Device> fresh, LongSupplier numbers) {
        this.api = api;
        this.own = new ArrayList<>(own);
        this.fresh = fresh;
        this.numbers = numbers;
    }

    @Override
    public void write(Done done) {
        switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0 -> {
                if (!made.isEmpty()) {
                    done.of(api.delete(made.removeLast()));
                }
            }
            case 1, 2 -> done.of(api.put(fresh.get(), numbers.getAsLong())).ifPresent(made::add);
            default -> {
                if (!own.isEmpty()) {
                    change(ThreadLocalRandom.current().nextInt(own.size()), done);
                }
            }
        }
    }

    private void change(int at, Done done) {
        Device device = own.get(at);
        if (done.of(api.put(device, numbers.getAsLong())).isEmpty()) {
            // It may be done later than what would come after it.
            own.remove(at);
        }
    }
}
