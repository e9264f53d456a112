package org.fingerpost.drills.phones;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Reply;

/** Asks doors about single phones, apart from the load. */
public final class DoorCheck implements AutoCloseable {
    private final int port;
    private Link link;

    public DoorCheck(int port) throws IOException {
        this.port = port;
        this.link = new Link(port);
    }

    /** What the door says; a remark if it does not answer. */
    public static String ask(int port, Question question) {
        try (Link link = new Link(port)) {
            return told(question, link.ask(question, "", true));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A sentence for each question to which this door does not tell what was acknowledged. */
    public static List<String> wrong(int port, List<Question> questions) {
        List<String> wrong = new ArrayList<>();
        try (DoorCheck check = new DoorCheck(port)) {
            for (Question question : questions) {
                long sent = System.nanoTime();
                String told = told(question, check.ask(question));
                Set<String> possible = question.possible(sent, System.nanoTime());
                if (!possible.contains(told)) {
                    wrong.add(
                            "port %d tells %s '%s', possible is %s"
                                    .formatted(port, question.path(), told, possible));
                }
            }
        } catch (IOException e) {
            wrong.add("port " + port + ": " + e);
        }
        return wrong;
    }

    public Reply ask(Question question) throws IOException {
        if (!link.open()) {
            link.close();
            link = new Link(port);
        }
        return link.ask(question, "", false);
    }

    private static String told(Question question, Reply reply) {
        return reply.usable() ? question.told(reply) : "HTTP " + reply.status();
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
