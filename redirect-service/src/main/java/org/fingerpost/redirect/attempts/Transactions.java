package org.fingerpost.redirect.attempts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.function.Supplier;

/** Where transactions come from. */
public interface Transactions {
    /** Is one running, which the caller can only join? */
    boolean running();

    /** Runs the work in a new one, which is committed at the end or rolled back by an exception. */
    <T> T begin(Supplier<T> work);

    /** The transactions of the running service. */
    @ApplicationScoped
    class OfService implements Transactions {
        @Override
        public boolean running() {
            return QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE;
        }

        @Override
        public <T> T begin(Supplier<T> work) {
            return QuarkusTransaction.requiringNew().call(work::get);
        }
    }
}
