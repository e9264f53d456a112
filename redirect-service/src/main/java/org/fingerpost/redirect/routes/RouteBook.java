package org.fingerpost.redirect.routes;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.routes.nest.Claim;
import org.fingerpost.redirect.routes.nest.Edit;
import org.fingerpost.redirect.routes.nest.Ruling;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/**
 * Follows redirect's state and keeps the table of routes that belongs to it. Asking never waits,
 * and a change costs what changes, however many ranges there are.
 *
 * <p>Nothing is kept beside the table but the servers: a change brings the value that it replaces,
 * and that says which claim has to go.
 */
@ApplicationScoped
public class RouteBook implements Follower {
    private static final Logger LOG = Logger.getLogger(RouteBook.class);
    private static final String SERVERS = "target/";
    private static final String RANGES = "range/";

    private static final Ruling BLOCKED = new Ruling.Blocked();
    private static final Ruling DEFAULT = new Ruling.Default();

    private final ObjectMapper json;

    /** Claims that stay although their range's last record could not be read, by its key. */
    private final Map<String, Claim> lastGood = new HashMap<>();

    private ServerNumbers servers = new ServerNumbers();
    private volatile RouteTable table = RouteTable.empty();

    public RouteBook(ObjectMapper json) {
        this.json = json;
    }

    public Route find(MacAddress mac) {
        return table.find(mac);
    }

    @Override
    public void reloaded(Replica replica) {
        begin();
        replica.forEach(SERVERS, this::putServer);
        load(replica.gather(RANGES, ArrayList::new, this::gather));
    }

    @Override
    public void changed(List<Change> changes) {
        List<Edit> edits = new ArrayList<>();
        boolean serversChanged = false;
        for (Change change : changes) {
            if (change.key().startsWith(RANGES)) {
                edit(change, edits);
            } else if (change.key().startsWith(SERVERS)) {
                changeServer(change);
                serversChanged = true;
            }
        }
        edits.sort((one, other) -> one.claim().compareTo(other.claim()));
        RouteTable edited = table.edited(edits);
        // A range may speak of a server that is not here yet: its number is needed all the same.
        table = serversChanged ? edited.with(servers.servers()) : edited;
    }

    /** Forgets everything but the table that answers. */
    void begin() {
        lastGood.clear();
        servers = new ServerNumbers();
    }

    void putServer(Entry entry) {
        try {
            servers.put(TargetState.read(json, entry.value()));
        } catch (IOException | IllegalArgumentException e) {
            unreadable(entry);
        }
    }

    void gather(List<Claim> claims, Entry entry) {
        try {
            claim(entry).ifPresent(claims::add);
        } catch (IOException | IllegalArgumentException e) {
            unreadable(entry);
        }
    }

    void load(Collection<List<Claim>> gathered) {
        Claim[] claims = gathered.stream().flatMap(List::stream).toArray(Claim[]::new);
        Arrays.parallelSort(claims, Claim::compareTo);
        table = RouteTable.of(claims, servers.servers());
    }

    private void changeServer(Change change) {
        switch (change) {
            case Change.Put(Entry entry, var _) -> putServer(entry);
            case Change.Gone(Entry before) ->
                    servers.remove(Long.parseLong(before.key().substring(SERVERS.length())));
        }
    }

    private void edit(Change change, List<Edit> edits) {
        switch (change) {
            case Change.Gone(Entry before) ->
                    lastClaim(before).map(Edit.Take::new).ifPresent(edits::add);
            case Change.Put(Entry entry, Optional<Entry> before) -> {
                Optional<Claim> old = before.flatMap(this::lastClaim);
                try {
                    Optional<Claim> now = claim(entry);
                    old.filter(claim -> !now.filter(claim::isInPlaceOf).isPresent())
                            .map(Edit.Take::new)
                            .ifPresent(edits::add);
                    now.map(Edit.Put::new).ifPresent(edits::add);
                } catch (IOException | IllegalArgumentException e) {
                    old.ifPresent(claim -> lastGood.put(entry.key(), claim));
                    unreadable(entry);
                }
            }
        }
    }

    /** What the table holds because of this record, or of the last good one before it. */
    private Optional<Claim> lastClaim(Entry before) {
        Optional<Claim> good = Optional.ofNullable(lastGood.remove(before.key()));
        if (good.isPresent()) {
            return good;
        }
        try {
            return claim(before);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // it was unreadable when it came
        }
    }

    /** Empty if the range is in a state that has no say in routing. */
    private Optional<Claim> claim(Entry entry) throws IOException {
        RangeState range = RangeState.read(json, entry.value());
        if (Long.parseLong(entry.key(), RANGES.length(), entry.key().length(), 10) != range.id()) {
            throw new IllegalArgumentException(entry.key() + " holds range " + range.id());
        }
        Optional<Ruling> ruling =
                switch (range.state()) {
                    case "active" -> Optional.of(servers.rulingTo(range.target()));
                    case "pilot" ->
                            Optional.of(
                                    new Ruling.Pilot(
                                            servers.rulingTo(range.target()).server(),
                                            range.pilotMacs()));
                    case "blocked" -> Optional.of(BLOCKED);
                    case "default" -> Optional.of(DEFAULT);
                    default -> Optional.empty();
                };
        return ruling.map(said -> new Claim(range.first(), range.last(), range.id(), said));
    }

    /** The last good value stays: a phone with an old answer is better off than one with none. */
    private static void unreadable(Entry entry) {
        LOG.errorf("%s is of a kind that this version cannot read (%s)", entry.key(), entry.type());
    }
}
