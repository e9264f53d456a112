package org.fingerpost.drills.phones;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.drills.ledger.Book;

/** Asks doors about single phones, apart from the load. */
public final class DoorCheck implements AutoCloseable {
    private final int port;
    private Link link;

    public DoorCheck(int port) throws IOException {
        this.port = port;
        this.link = new Link(port);
    }

    /** Where the door sends the phone; a remark if it does not answer. */
    public static String ask(int port, String mac) {
        try (Link link = new Link(port)) {
            return ask(link, mac, true);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A sentence for each phone about which this door does not tell what was acknowledged. */
    public static List<String> wrong(int port, Book book) {
        List<String> wrong = new ArrayList<>();
        try (DoorCheck check = new DoorCheck(port)) {
            for (Book.Phone phone : book.phones()) {
                long now = System.nanoTime();
                String server = check.ask(phone.mac());
                if (!book.possible(phone.mac(), now, now).contains(server)) {
                    wrong.add("port %d tells %s '%s'".formatted(port, phone.mac(), server));
                }
            }
        } catch (IOException e) {
            wrong.add("port " + port + ": " + e);
        }
        return wrong;
    }

    private String ask(String mac) throws IOException {
        if (!link.open()) {
            link.close();
            link = new Link(port);
        }
        return ask(link, mac, false);
    }

    private static String ask(Link link, String mac, boolean last) throws IOException {
        return link.ask("/gs/cfg" + mac, "Grandstream Model HW GXP2160 SW 1.0.11.3", last).server();
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
