package org.fingerpost.launcher.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * The question that every Kafka client asks first, for a broker that listens before it works.
 *
 * <pre>
 * request  = length:int32 apiKey:int16=18 apiVersion:int16=0 correlation:int32 clientId:int16=-1 (none)
 * response = length:int32 correlation:int32 error:int16 …
 * </pre>
 *
 * <p>Source: the protocol guide of Apache Kafka, "ApiVersions".
 */
final class ApiVersions {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int CORRELATION = 20_010_913;

    private ApiVersions() {}

    static boolean answered(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(18);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readInt();
            return in.readInt() == CORRELATION && in.readShort() == 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
