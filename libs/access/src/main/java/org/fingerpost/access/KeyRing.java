package org.fingerpost.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.fingerpost.replica.Replica;

/**
 * Whose key is this? Answers from memory; waits only for a key that is newer than what this service
 * has heard.
 */
@ApplicationScoped
class KeyRing {
    /** A key made a moment ago is on its way here; this is how long its first user is kept. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OperatorKey operator;
    private final RedirectState redirect;

    KeyRing(OperatorKey operator, RedirectState redirect) {
        this.operator = operator;
        this.redirect = redirect;
    }

    sealed interface Holder {
        record Found(Caller caller, ShownKey shown) implements Holder {}

        record Nobody() implements Holder {}

        /** This service has not heard of the transaction in which the key was made. */
        record NotYetKnown() implements Holder {}
    }

    CompletionStage<Holder> holder(ApiKey key) {
        Holder now = look(key);
        if (!(now instanceof Holder.NotYetKnown)) {
            return CompletableFuture.completedStage(now);
        }
        Replica replica = redirect.replica();
        return replica.awaitCommit(key.commit(), PATIENCE).thenApply(_ -> look(key));
    }

    /**
     * Revisions of other services than redirect are not waited for here: their state flows the
     * other way.
     */
    boolean hasHeard(Revision revision) {
        return !revision.service().equals("redirect")
                || redirect.providers().heard() >= revision.commit();
    }

    CompletionStage<Boolean> hear(Revision revision) {
        return redirect.replica().awaitCommit(revision.commit(), PATIENCE);
    }

    private static Holder found(ProviderRegister.Known provider, String hash) {
        return new Holder.Found(
                new Caller.OfProvider(provider.id()),
                new ShownKey(hash, provider.permissionsOf(hash)));
    }

    private Holder look(ApiKey key) {
        if (operator.is(key)) {
            return new Holder.Found(new Caller.Operator(), new ShownKey(key.hash(), Set.of()));
        }
        // Asked first: a register that is read afterwards cannot be older than this number.
        long heard = redirect.providers().heard();
        return redirect.providers()
                .byKeyHash(key.hash())
                .<Holder>map(known -> found(known, key.hash()))
                .orElseGet(() ->
                        key.commit() > heard ? new Holder.NotYetKnown() : new Holder.Nobody());
    }
}
