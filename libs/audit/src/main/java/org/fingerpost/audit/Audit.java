package org.fingerpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fingerpost.access.Caller;

/** Keeps what was decided. Nothing written here is ever changed; the database sees to it. */
@ApplicationScoped
public class Audit {
    /** The door by which decisions come; a dialect binds its own name around its calls. */
    public static final ScopedValue<String> VIA = ScopedValue.newInstance();

    private static final int PAGE = 1000;

    private final AuditRows rows;
    private final ObjectMapper json;
    private final Clock clock;

    public Audit(DataSource dataSource, ObjectMapper json, Clock clock) {
        this.rows = new AuditRows(dataSource);
        this.json = json;
        this.clock = clock;
    }

    /** Writes a decision down in the transaction that makes it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Decision decision) {
        recordAll(List.of(decision));
    }

    /** The same for many, in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(List<Decision> decisions) {
        try {
            rows.write(
                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                    VIA.orElse("api"),
                    decisions.stream().map(this::row).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("a decision could not be written down", e);
        }
    }

    /**
     * A page of what the caller may see, oldest first. An entry can be read once every transaction
     * older than its own has ended: milliseconds after its answer.
     */
    @Transactional
    public List<AuditEntry> seenBy(
            Caller caller, Optional<String> subject, AuditEntry.Place after, int size) {
        try {
            return rows.page(AuditQuery.by(caller, subject), after, size);
        } catch (SQLException e) {
            throw new IllegalStateException("what was decided could not be read", e);
        }
    }

    /** All of it, a page in memory at a time. */
    void export(
            Caller caller,
            Optional<String> subject,
            AuditEntry.Place after,
            Consumer<AuditEntry> to) {
        AuditEntry.Place behind = after;
        List<AuditEntry> page;
        do {
            page = seenBy(caller, subject, behind, PAGE);
            page.forEach(to);
            behind = page.isEmpty() ? behind : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private AuditRow row(Decision decision) {
        return new AuditRow(
                decision.who(),
                decision.action(),
                decision.subject(),
                decision.provider(),
                decision.before().map(this::written),
                decision.after().map(this::written));
    }

    private String written(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be written as JSON", e);
        }
    }
}
