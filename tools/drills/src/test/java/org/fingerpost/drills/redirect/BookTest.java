package org.fingerpost.drills.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.fingerpost.drills.ledger.Calm;
import org.junit.jupiter.api.Test;

/** A phone may be told what its own history and its server's allow together. */
class BookTest {
    private static final String MAC = "000b82000001";

    private final Book book = new Book(new Calm(Duration.ofNanos(10)));

    @Test
    void aPhoneThatNobodyWroteBelongsNowhere() {
        assertThat(book.possible(MAC, 1, 2)).containsExactly("");
    }

    @Test
    void aPhoneFollowsItsServer() {
        book.server(7, "one.example/p");
        Book.Phone phone = book.phone(MAC, 1);
        phone.server().begin(Optional.of(7L), 100);
        assertThat(book.possible(MAC, 101, 102)).containsExactlyInAnyOrder("", "one.example/p");
        phone.server().acknowledge(103);
        assertThat(book.possible(MAC, 113, 114)).containsExactly("one.example/p");

        book.server(7, "").begin("two.example/p", 200);
        book.server(7, "").acknowledge(201);

        assertThat(book.possible(MAC, 205, 206))
                .containsExactlyInAnyOrder("one.example/p", "two.example/p");
        assertThat(book.possible(MAC, 211, 212)).containsExactly("two.example/p");
    }
}
