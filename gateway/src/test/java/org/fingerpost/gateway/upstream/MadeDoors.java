package org.fingerpost.gateway.upstream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.Doors;
import org.fingerpost.gateway.upstream.doors.Part;
import org.fingerpost.gateway.upstream.doors.Reply;

/** Doors whose answers a test makes, at once or when it lets them. */
final class MadeDoors implements Doors {
    private final Map<String, BiFunction<Asked, Part, Reply>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    void put(String path, Reply reply) {
        put(path, (_, _) -> reply);
    }

    void put(String path, BiFunction<Asked, Part, Reply> reply) {
        answers.put(path, reply);
    }

    /** That part of the file which is asked for. */
    void serve(String path, byte[] file, String tag) {
        put(
                path,
                (_, part) -> {
                    int from = (int) part.offset();
                    int to = Math.min(file.length, from + part.length());
                    return new Reply.Some(tag, file.length, Arrays.copyOfRange(file, from, to));
                });
    }

    /** What was asked since the last time: door, path, first byte, and tag if there was one. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    void hold() {
        holding = true;
    }

    void release() {
        holding = false;
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }

    @Override
    public void get(Asked what, Part part, Consumer<Reply> then) {
        asked.add(
                what.at().door()
                        + " "
                        + what.at().path()
                        + (part.offset() == 0 ? "" : " from " + part.offset())
                        + part.unless().map(tag -> " unless " + tag).orElse(""));
        Runnable answer =
                () ->
                        then.accept(
                                answers.getOrDefault(what.at().path(), (_, _) -> new Reply.Absent())
                                        .apply(what, part));
        if (holding) {
            held.add(answer);
        } else {
            answer.run();
        }
    }
}
