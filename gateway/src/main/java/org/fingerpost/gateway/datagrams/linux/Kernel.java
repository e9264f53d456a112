package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The calls. Each gives what the kernel gives, or its error as a negative number.
 *
 * <p>Not one of them is made on behalf of the JVM's critical sections: a call that sends many
 * packets takes so long that nobody may wait for it.
 */
final class Kernel {
    static final int AGAIN = 11;
    static final int INTERRUPTED = 4;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
    private static final AddressLayout P = ADDRESS;

    private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = call("bind", JAVA_INT, P, JAVA_INT);
    private static final MethodHandle NAME = call("getsockname", JAVA_INT, P, P);
    private static final MethodHandle OPTION =
            call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, P, JAVA_INT);
    private static final MethodHandle CLOSE = call("close", JAVA_INT);
    private static final MethodHandle RECEIVE =
            call("recvmmsg", JAVA_INT, P, JAVA_INT, JAVA_INT, P);
    private static final MethodHandle SEND = call("sendmmsg", JAVA_INT, P, JAVA_INT, JAVA_INT);
    private static final MethodHandle EPOLL = call("epoll_create1", JAVA_INT);
    private static final MethodHandle EPOLL_SET =
            call("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, P);
    private static final MethodHandle EPOLL_WAIT =
            call("epoll_wait", JAVA_INT, P, JAVA_INT, JAVA_INT);
    private static final MethodHandle EVENTS = call("eventfd", JAVA_INT, JAVA_INT);
    private static final MethodHandle READ =
            linked("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, P, JAVA_LONG));

    /** Without the state: any thread rings, and what it left there would be taken for another's. */
    @SuppressWarnings("restricted")
    private static final MethodHandle WRITE =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("write"),
                    FunctionDescriptor.of(JAVA_LONG, JAVA_INT, P, JAVA_LONG));

    private final MemorySegment state;

    /**
     * @param arena the state of the calls lives there: for one thread at a time
     */
    Kernel(Arena arena) {
        this.state = arena.allocate(STATE);
    }

    private static MethodHandle call(String name, MemoryLayout... arguments) {
        return linked(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** The layouts are those of the C library's declarations: nothing checks that they are. */
    @SuppressWarnings("restricted")
    private static MethodHandle linked(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                descriptor,
                Linker.Option.captureCallState("errno"));
    }

    int socket(int family, int type) {
        try {
            return said((int) SOCKET.invokeExact(state, family, type, 0));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int bind(int socket, MemorySegment address, int length) {
        try {
            return said((int) BIND.invokeExact(state, socket, address, length));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int name(int socket, MemorySegment address, MemorySegment length) {
        try {
            return said((int) NAME.invokeExact(state, socket, address, length));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int option(int socket, int level, int name, MemorySegment value) {
        try {
            return said(
                    (int)
                            OPTION.invokeExact(
                                    state, socket, level, name, value, (int) value.byteSize()));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int close(int descriptor) {
        try {
            return said((int) CLOSE.invokeExact(state, descriptor));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int receive(int socket, MemorySegment messages, int most) {
        try {
            return said(
                    (int)
                            RECEIVE.invokeExact(
                                    state, socket, messages, most, 0, MemorySegment.NULL));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int send(int socket, MemorySegment messages, int count) {
        try {
            return said((int) SEND.invokeExact(state, socket, messages, count, 0));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int epoll() {
        try {
            return said((int) EPOLL.invokeExact(state, Numbers.CLOSE_ON_EXEC));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int epollSet(int epoll, int operation, int descriptor, MemorySegment event) {
        try {
            return said((int) EPOLL_SET.invokeExact(state, epoll, operation, descriptor, event));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int epollWait(int epoll, MemorySegment events, int most, int millis) {
        try {
            return said((int) EPOLL_WAIT.invokeExact(state, epoll, events, most, millis));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int events() {
        try {
            int flags = Numbers.NOT_BLOCKING | Numbers.CLOSE_ON_EXEC;
            return said((int) EVENTS.invokeExact(state, 0, flags));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    void read(int descriptor, MemorySegment into) {
        try {
            long _ = (long) READ.invokeExact(state, descriptor, into, into.byteSize());
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /** From any thread, unlike all the others. */
    void write(int descriptor, MemorySegment from) {
        try {
            long _ = (long) WRITE.invokeExact(descriptor, from, from.byteSize());
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    private int said(int result) {
        return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
    }

    private static IllegalStateException broken(Throwable e) {
        return new IllegalStateException("a call of the kernel could not be made", e);
    }
}
