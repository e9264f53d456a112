package org.fingerpost.launcher.parts;

import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.fingerpost.launcher.home.Ledger;
import org.fingerpost.launcher.home.RunFile;
import org.fingerpost.launcher.machine.Ports;

/**
 * The port of a broker or database. In this order: the one it runs on, the one that was asked for,
 * the one it had, a free one that was promised to no other part. Others know it by its port, so it
 * keeps it.
 */
public record FixedPort(
        String key,
        String variable,
        OptionalInt asked,
        RunFile runFile,
        Ledger ledger,
        Supplier<Set<Integer>> promised) {

    public OptionalInt known() {
        OptionalInt running =
                runFile.read()
                        .map(entry -> OptionalInt.of(entry.port()))
                        .orElse(OptionalInt.empty());
        if (running.isPresent()) {
            return running;
        }
        return asked.isPresent()
                ? asked
                : ledger.get(key)
                        .map(text -> OptionalInt.of(Integer.parseInt(text)))
                        .orElse(OptionalInt.empty());
    }

    /** The port, chosen and remembered now if need be. */
    public synchronized int chosen() {
        int port = known().orElseGet(() -> Ports.pick(promised.get()));
        ledger.put(key, Integer.toString(port));
        return port;
    }

    /** The claim on it, in the words of its owner. */
    public PortClaim claim(String owner) {
        boolean had = asked.isEmpty() && ledger.get(key).isPresent();
        return new PortClaim(
                "127.0.0.1", chosen(), had ? owner + ", which had it before," : owner, variable);
    }
}
