package org.fingerpost.drills.redirect;

import java.util.Map;
import java.util.Optional;
import org.fingerpost.drills.drilled.Api;
import org.fingerpost.drills.drilled.Customer;
import org.fingerpost.drills.drilled.Outcome;
import org.fingerpost.drills.ledger.History;

/** A provider with its key, and the operator who approves. Each verb enters what came of it. */
final class Account {
    private final Api provider;
    private final Api operator;
    private final Book book;

    private Account(Api provider, Api operator, Book book) {
        this.provider = provider;
        this.operator = operator;
        this.book = book;
    }

    static Account open(String url, String operatorKey, Book book) {
        Customer customer = Customer.open(url, operatorKey);
        return new Account(new Api(url, customer.apiKey()), new Api(url, operatorKey), book);
    }

    Api provider() {
        return provider;
    }

    Api operator() {
        return operator;
    }

    /** A target server; empty if its making was not acknowledged. */
    Outcome<Long> server(String url) {
        Api.Reply made = provider.post("/api/v1/target-servers", server(url, url));
        if (made.acknowledged()) {
            book.server(made.id(), url);
        }
        return Outcome.of(made, made.id());
    }

    /** Points the target server elsewhere. */
    Outcome<Long> point(long server, String url) {
        History<String> told = book.server(server, url);
        told.begin(url, System.nanoTime());
        Api.Reply kept =
                provider.put("/api/v1/target-servers/" + server, server("server " + server, url));
        return settled(told, kept, server);
    }

    Outcome<Book.Phone> register(String mac, long server) {
        Api.Reply made =
                provider.post(
                        "/api/v1/ranges",
                        Map.of("first", mac, "last", mac, "targetServerId", server));
        return made.acknowledged()
                ? Outcome.of(made, book.phone(mac, made.id()))
                : Outcome.without(made);
    }

    Outcome<Book.Phone> approve(Book.Phone phone, long server) {
        phone.server().begin(Optional.of(server), System.nanoTime());
        return settled(
                phone.server(),
                operator.post("/api/v1/ranges/" + phone.range() + "/approve"),
                phone);
    }

    Outcome<Book.Phone> block(Book.Phone phone) {
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
