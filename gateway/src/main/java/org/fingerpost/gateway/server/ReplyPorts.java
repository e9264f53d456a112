package org.fingerpost.gateway.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.packets.Packet;

/**
 * Where answers come from that do not come from the port that was asked.
 *
 * <p>The fewer there are the more packets the kernel takes and gives with one call. Who wants
 * windows is answered from one of many: whoever forges acknowledgements has to guess the port, and
 * a guess that hits brings a window there, here one block.
 */
final class ReplyPorts {
    private static final int FOR_BLOCKS = 16;
    private static final int FOR_WINDOWS = 64;

    private final RandomGenerator chance;
    private final List<Port> forBlocks = new ArrayList<>();
    private final List<Port> forWindows = new ArrayList<>();
    private final Set<Port> all = new HashSet<>();

    /**
     * @param chance chooses among them: what nobody can foresee
     */
    ReplyPorts(RandomGenerator chance) {
        this.chance = chance;
    }

    void fill(Supplier<Port> port) {
        add(FOR_BLOCKS, port, forBlocks);
        add(FOR_WINDOWS, port, forWindows);
    }

    private void add(int count, Supplier<Port> port, List<Port> ports) {
        for (int i = 0; i < count; i++) {
            ports.add(port.get());
        }
        all.addAll(ports);
    }

    boolean isOne(Port port) {
        return all.contains(port);
    }

    /**
     * One for this request, if its client does not have them all.
     *
     * @param taken whether the client has a transfer there
     */
    Optional<Port> free(Packet.Read request, Predicate<Port> taken) {
        boolean windows = request.options().find("windowsize").isPresent();
        List<Port> ports = windows ? forWindows : forBlocks;
        int next = chance.nextInt(ports.size());
        for (int tried = 0; tried < ports.size(); tried++) {
            next = (next + 1) % ports.size();
            if (!taken.test(ports.get(next))) {
                return Optional.of(ports.get(next));
            }
        }
        return Optional.empty();
    }
}
