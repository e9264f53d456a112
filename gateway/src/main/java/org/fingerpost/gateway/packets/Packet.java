package org.fingerpost.gateway.packets;

import java.util.Arrays;

/**
 * One datagram of TFTP (RFC 1350; options by RFC 2347).
 *
 * <pre>
 * read    = %x00.01 request
 * write   = %x00.02 request
 * request = file %x00 mode %x00 *( option %x00 value %x00 )
 * data    = %x00.03 block *OCTET
 * ack     = %x00.04 block
 * error   = %x00.05 code text %x00
 * oack    = %x00.06 *( option %x00 value %x00 )
 * block, code = 2OCTET                    ; most significant first
 * file, mode, option, value, text = *( %x01-FF )
 * </pre>
 */
public sealed interface Packet {
    /** What asks for a file, or offers one. */
    sealed interface Request extends Packet {
        String file();

        /** As it was spelled; {@code octet} or something else. */
        String mode();

        Options options();
    }

    /** Its text shows no file name: a name may hold a token. */
    record Read(String file, String mode, Options options) implements Request {
        @Override
        public String toString() {
            return "Read[" + mode + "]";
        }
    }

    record Write(String file, String mode, Options options) implements Request {
        @Override
        public String toString() {
            return "Write[" + mode + "]";
        }
    }

    /**
     * @param bytes are not copied: nobody may change them
     */
    record Data(int block, byte[] bytes) implements Packet {
        @Override
        public boolean equals(Object other) {
            return other instanceof Data that
                    && block == that.block
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * block + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Data[" + block + ", " + bytes.length + " bytes]";
        }
    }

    record Ack(int block) implements Packet {}

    record Failure(ErrorCode code, String text) implements Packet {}

    record OptionAck(Options options) implements Packet {}
}
