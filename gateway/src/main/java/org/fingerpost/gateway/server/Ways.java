package org.fingerpost.gateway.server;

import org.fingerpost.gateway.datagrams.Datagrams;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.linux.LinuxDatagrams;
import org.fingerpost.gateway.datagrams.netty.NettyDatagrams;
import org.jboss.logging.Logger;

/** Chooses the way to the kernel. */
final class Ways {
    private static final Logger LOG = Logger.getLogger(Ways.class);
    private static final String THREAD = "tftp";

    /** Whatever the blocks have, errors and what is agreed to fit. */
    private static final int SHORTEST = 1024;

    private Ways() {}

    static Datagrams open(TftpConfig config) {
        if (config.sockets() == TftpConfig.Sockets.LINUX) {
            if (LinuxDatagrams.isAvailable()) {
                return new LinuxDatagrams(
                        THREAD, Math.max(SHORTEST, Port.HEAD_BYTES + config.blockSize()));
            }
            LOG.info("Linux's own calls cannot be made here; Netty sends and receives for TFTP");
        }
        return new NettyDatagrams(THREAD);
    }
}
