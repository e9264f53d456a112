package org.fingerpost.redirect.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.outbox.Outbox;

/** Keeps the notices. */
@ApplicationScoped
public class Notices {
    public static final String TYPE = "org.fingerpost.redirect.notice.v1";
    public static final String SOURCE = "/fingerpost/redirect";

    private final NoticeRows rows;
    private final Outbox outbox;
    private final Event<Notice> told;
    private final ObjectMapper json;
    private final Clock clock;

    Notices(NoticeRows rows, Outbox outbox, Event<Notice> told, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.told = told;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells the provider, in the transaction of the caller: if that is rolled back, nothing was
     * told. The caller holds the lock of the row it tells about, so that two notices about one
     * thing go out in the order of what happened.
     *
     * @param kind what happened: lower-case words with hyphens, {@code range-activated}
     * @param subject what it happened to, as a key of the state topic: {@code range/12}
     * @param body becomes a flat JSON object of texts, whole numbers and truth values
     * @throws IllegalArgumentException if kind, subject or body is not of that form
     */
    @Transactional(TxType.MANDATORY)
    public Notice tell(long provider, String kind, String subject, Object body) {
        ObjectNode said = json.valueToTree(body);
        Notice.check(kind, subject, said);
        NoticeRow row = new NoticeRow();
        row.commitNumber = outbox.commitNumber();
        row.providerId = provider;
        row.kind = kind;
        row.subject = subject;
        row.toldAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.body = said.toString();
        rows.persistAndFlush(row);
        Notice notice = row.toNotice(json);
        told.fire(notice);
        return notice;
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    @Transactional
    public List<Notice> seenBy(Caller caller, long after, int size) {
        List<NoticeRow> page =
                switch (caller) {
                    case Caller.Operator() -> rows.page(after, size);
                    case Caller.OfProvider(long provider) -> rows.pageOf(provider, after, size);
                };
        return page.stream().map(row -> row.toNotice(json)).toList();
    }

    @Transactional
    public Optional<Notice> find(Caller caller, long id) {
        return rows.findByIdOptional(id)
                .filter(row -> caller.sees(row.providerId))
                .map(row -> row.toNotice(json));
    }
}
