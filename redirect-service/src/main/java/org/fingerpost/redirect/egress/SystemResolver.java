package org.fingerpost.redirect.egress;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What this machine's resolver says, within five seconds. */
@ApplicationScoped
class SystemResolver implements Resolver {
    private static final long SECONDS = 5;

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        FutureTask<InetAddress[]> asked = new FutureTask<>(() -> InetAddress.getAllByName(host));
        // A platform thread: the system call blocks, cannot be stopped, and would pin a carrier.
        Thread.ofPlatform().daemon().name("resolve").start(asked);
        try {
            return List.of(asked.get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (TimeoutException e) {
            throw new UnknownHostException(host + ": no answer within " + SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": interrupted");
        }
    }
}
