package org.fingerpost.drills.writes;

import java.util.Map;
import java.util.Optional;
import org.fingerpost.drills.ledger.Book;
import org.fingerpost.drills.ledger.History;

/** A provider with its key, and the operator who approves. Each verb enters what came of it. */
public final class Account {
    private final Api provider;
    private final Api operator;
    private final Book book;

    private Account(Api provider, Api operator, Book book) {
        this.provider = provider;
        this.operator = operator;
        this.book = book;
    }

    public static Account open(String url, String operatorKey, Book book) {
        Api operator = new Api(url, operatorKey);
        Api.Reply made =
                operator.post(
                        "/api/v1/providers",
                        Map.of(
                                "companyName", "Example Telecom",
                                "address", "1 Main Street",
                                "contactEmail", "noc@example.com"));
        if (!made.acknowledged()) {
            throw new IllegalStateException("no provider: " + made);
        }
        return new Account(new Api(url, made.body().path("apiKey").asText()), operator, book);
    }

    public Api provider() {
        return provider;
    }

    public Api operator() {
        return operator;
    }

    /** A target server; empty if its making was not acknowledged. */
    public Outcome<Long> server(String url) {
        Api.Reply made = provider.post("/api/v1/target-servers", server(url, url));
        if (made.acknowledged()) {
            book.server(made.id(), url);
        }
        return Outcome.of(made, made.id());
    }

    /** Points the target server elsewhere. */
    public Outcome<Long> point(long server, String url) {
        History<String> told = book.server(server, url);
        told.begin(url, System.nanoTime());
        Api.Reply kept =
                provider.put("/api/v1/target-servers/" + server, server("server " + server, url));
        return settled(told, kept, server);
    }

    public Outcome<Book.Phone> register(String mac, long server) {
        Api.Reply made =
                provider.post(
                        "/api/v1/ranges",
                        Map.of("first", mac, "last", mac, "targetServerId", server));
        return made.acknowledged()
                ? Outcome.of(made, book.phone(mac, made.id()))
                : Outcome.without(made);
    }

    public Outcome<Book.Phone> approve(Book.Phone phone, long server) {
        phone.server().begin(Optional.of(server), System.nanoTime());
        return settled(
                phone.server(),
                operator.post("/api/v1/ranges/" + phone.range() + "/approve"),
                phone);
    }

    public Outcome<Book.Phone> block(Book.Phone phone) {
        phone.server().begin(Optional.empty(), System.nanoTime());
        return settled(
                phone.server(), operator.post("/api/v1/ranges/" + phone.range() + "/block"), phone);
    }

    private static <T> Outcome<T> settled(History<?> told, Api.Reply reply, T value) {
        if (reply.acknowledged()) {
            told.acknowledge(System.nanoTime());
        } else if (reply.refused()) {
            told.refused();
        }
        return Outcome.of(reply, value);
    }

    private static Map<String, String> server(String name, String url) {
        return Map.of(
                "name", name,
                "configUrl", "http://" + url,
                "firmwareUrl", "http://" + url);
    }
}
