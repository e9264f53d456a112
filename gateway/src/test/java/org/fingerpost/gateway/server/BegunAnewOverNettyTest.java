package org.fingerpost.gateway.server;

/** The same over Netty. */
class BegunAnewOverNettyTest extends BegunAnewTest {
    @Override
    Settings over(Settings settings) {
        return settings.over(TftpConfig.Sockets.NETTY);
    }
}
