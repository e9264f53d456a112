package org.fingerpost.firmware.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.Caller;
import org.fingerpost.firmware.holdings.Holding;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the releases: draft first, published by a word of their own, withdrawn by another. */
@ApplicationScoped
public class Releases {
    private final ReleaseRows rows;
    private final Holding holding;
    private final Outbox outbox;
    private final Clock clock;
    private final Event<Withdrawing> withdrawing;

    /** Of an owner, whatever their states: each is in every door's memory. */
    private final int most;

    Releases(
            ReleaseRows rows,
            Holding holding,
            Outbox outbox,
            Clock clock,
            Event<Withdrawing> withdrawing,
            @ConfigProperty(name = "fingerpost.firmware.releases.most", defaultValue = "500")
                    int most) {
        this.rows = rows;
        this.holding = holding;
        this.outbox = outbox;
        this.clock = clock;
        this.withdrawing = withdrawing;
        this.most = most;
    }

    /** A release as it now is. */
    public record Kept(FirmwareRelease release, long commit) {}

    /**
     * Told before it is done, in its transaction: whoever needs the release refuses, or gives it
     * up.
     *
     * @param evenIfOffered the operator wants it gone, whoever offers it
     */
    public record Withdrawing(FirmwareRelease release, boolean evenIfOffered) {}

    /**
     * @throws Problem if the owner has as many as it may have
     */
    @Transactional
    public void mustHaveRoom(long owner) {
        if (rows.count("providerId", owner) >= most) {
            throw Problem.conflict(
                    "too-many-releases",
                    "you have "
                            + most
                            + " releases: delete drafts, or have the operator raise"
                            + " fingerpost.firmware.releases.most");
        }
    }

    /**
     * Drafts a release of blobs that have been kept: a release that is there has all of them. It
     * gets an id of its own.
     */
    @Transactional
    public Kept draft(FirmwareRelease wished) {
        mustHaveRoom(wished.provider());
        holding.begin();
        ReleaseRow row = ReleaseRow.draft(wished, clock.instant());
        rows.persistAndFlush(row);
        wished.files().forEach(file -> holding.mustHave(file.digest(), file.size()));
        return new Kept(row.toRelease(), tell(row));
    }

    /** From now on phones get it. Publishing twice is publishing once: the time stays. */
    @Transactional
    Kept publish(Caller caller, long id) {
        ReleaseRow row = locked(caller, id);
        if (row.state() == FirmwareRelease.State.WITHDRAWN) {
            throw Problem.conflict(
                    "release-withdrawn", "release " + id + " was withdrawn: upload another");
        }
        if (row.publishedAt == null) {
            row.publishedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
        row.state = FirmwareRelease.State.PUBLISHED.word();
        rows.flush();
        return new Kept(row.toRelease(), tell(row));
    }

    /** A draft that was a mistake: its version is free again, its bytes are the walk's. */
    @Transactional
    long drop(Caller caller, long id) {
        ReleaseRow row = locked(caller, id);
        if (row.state() != FirmwareRelease.State.DRAFT) {
            throw Problem.conflict(
                    "release-not-draft",
                    "release " + id + " is " + row.state + ": only drafts are deleted");
        }
        rows.delete(row);
        rows.flush();
        return outbox.appendGone(ReleaseState.key(row), ReleaseState.TYPE);
    }

    /** From now on no phone gets it. */
    @Transactional
    Kept withdraw(Caller caller, long id, boolean evenIfOffered) {
        ReleaseRow row = locked(caller, id);
        withdrawing.fire(new Withdrawing(row.toRelease(), evenIfOffered));
        if (row.withdrawnAt == null) {
            row.withdrawnAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
        row.state = FirmwareRelease.State.WITHDRAWN.word();
        rows.flush();
        return new Kept(row.toRelease(), tell(row));
    }

    /**
     * A published release that the provider may have, its own or the operator's; it stays so until
     * the caller's transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<FirmwareRelease> published(long provider, long id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
                .filter(row -> row.providerId == provider || isPlatforms(row))
                .filter(row -> row.state() == FirmwareRelease.State.PUBLISHED)
                .map(ReleaseRow::toRelease);
    }

    /** Whatever its state; for what was decided about it while it was published. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<FirmwareRelease> known(long id) {
        return rows.findByIdOptional(id).map(ReleaseRow::toRelease);
    }

    /** Was it published by then, whatever became of it? */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean wasPublished(long id, Instant by) {
        return rows.findByIdOptional(id)
                .map(row -> row.publishedAt)
                .filter(at -> !at.isAfter(by))
                .isPresent();
    }

    /** The versions of an owner's published releases for a family. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Version> versions(long owner, FamilyName family) {
        return rows.published(owner, family).stream().map(row -> new Version(row.version)).toList();
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    @Transactional
    List<FirmwareRelease> seenBy(Caller caller, long after, int size) {
        List<ReleaseRow> page =
                switch (caller) {
                    case Caller.Operator() -> rows.page(after, size);
                    case Caller.OfProvider(long provider) -> rows.pageFor(provider, after, size);
                };
        return page.stream().map(ReleaseRow::toRelease).toList();
    }

    @Transactional
    Optional<FirmwareRelease> find(Caller caller, long id) {
        return rows.findByIdOptional(id)
                .filter(row -> caller.sees(row.providerId) || isOpen(row))
                .map(ReleaseRow::toRelease);
    }

    @Transactional
    public Optional<FirmwareRelease> find(long owner, FamilyName family, Version version) {
        return rows.named(owner, family, version).map(ReleaseRow::toRelease);
    }

    private ReleaseRow locked(Caller caller, long id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> caller.sees(found.providerId))
                .orElseThrow(() -> Problem.notFound("no release " + id));
    }

    private static boolean isOpen(ReleaseRow row) {
        return isPlatforms(row) && row.state() == FirmwareRelease.State.PUBLISHED;
    }

    private static boolean isPlatforms(ReleaseRow row) {
        return row.providerId == FirmwareRelease.PLATFORM;
    }

    private long tell(ReleaseRow row) {
        return outbox.append(ReleaseState.key(row), ReleaseState.TYPE, ReleaseState.of(row));
    }
}
