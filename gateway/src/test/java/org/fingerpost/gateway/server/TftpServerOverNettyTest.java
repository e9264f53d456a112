package org.fingerpost.gateway.server;

/** The same over Netty. */
class TftpServerOverNettyTest extends TftpServerTest {
    @Override
    Settings over(Settings settings) {
        return settings.over(TftpConfig.Sockets.NETTY);
    }
}
