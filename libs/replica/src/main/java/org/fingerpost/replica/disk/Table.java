package org.fingerpost.replica.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * One generation of the table: rows and mark in a RocksDB. Any number of threads read, one writes.
 * A write is atomic and survives the process (not always a power cut, which takes rows and mark
 * together back to an earlier moment).
 */
public final class Table implements AutoCloseable {
    private final Path folder;
    private final TableOptions options;
    private final RocksDB rocks;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private boolean closed;
    private volatile Mark mark;

    Table(Path folder) throws RocksDBException {
        this.folder = folder;
        this.options = new TableOptions();
        try {
            this.rocks = RocksDB.open(options.rocks(), folder.toString());
            byte[] stored = rocks.get(RowFormat.MARK);
            this.mark = stored == null ? Mark.NONE : Mark.decoded(stored);
        } catch (RocksDBException e) {
            options.close();
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    public Mark mark() {
        return mark;
    }

    /** Reads while nobody can close the table; empty when it is closed already. */
    public <R> Optional<R> reading(Function<Table, R> question) {
        gate.readLock().lock();
        try {
            return closed ? Optional.empty() : Optional.of(question.apply(this));
        } finally {
            gate.readLock().unlock();
        }
    }

    public Optional<Row> find(String key) {
        byte[] stored = RowFormat.key(key);
        try {
            return Optional.ofNullable(rocks.get(stored)).map(v -> RowFormat.row(stored, v));
        } catch (RocksDBException e) {
            throw broken("read", e);
        }
    }

    /**
     * Every row whose key starts so, markers of deleted ones too, in the order of the keys' bytes.
     */
    public void scan(String prefix, Consumer<Row> each) {
        scan(Stretch.of(prefix), each);
    }

    /** Every row of the stretch, as {@link #scan(String, Consumer)}. */
    public void scan(Stretch stretch, Consumer<Row> each) {
        try (ReadOptions once = new ReadOptions().setFillCache(false);
                RocksIterator cursor = rocks.newIterator(once)) {
            for (cursor.seek(stretch.from()); cursor.isValid(); cursor.next()) {
                byte[] key = cursor.key();
                if (!stretch.reaches(key)) {
                    return;
                }
                each.accept(RowFormat.row(key, cursor.value()));
            }
            cursor.status();
        } catch (RocksDBException e) {
            throw broken("scan", e);
        }
    }

    /** The keys that begin so, in stretches that can be scanned side by side. */
    public List<Stretch> stretches(String prefix) {
        Stretch whole = Stretch.of(prefix);
        List<byte[]> cuts = new ArrayList<>();
        try (ReadOptions once = new ReadOptions().setFillCache(false);
                RocksIterator cursor = rocks.newIterator(once)) {
            cursor.seek(whole.from());
            while (cursor.isValid() && whole.reaches(cursor.key())) {
                byte[] cut = whole.cut(cursor.key());
                cuts.add(cut);
                cursor.seek(whole.behind(cut));
            }
            cursor.status();
        } catch (RocksDBException e) {
            throw broken("scan", e);
        }
        return whole.between(cuts);
    }

    /** Rows and mark, all or nothing. */
    public void write(Collection<Row> rows, Mark next) {
        write(rows, next, false);
    }

    /** The table is complete: from here on it may answer, so this one is forced to the disk. */
    public void complete() {
        write(List.of(), mark.complete(), true);
    }

    private void write(Collection<Row> rows, Mark next, boolean force) {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions how = new WriteOptions().setSync(force)) {
            for (Row row : rows) {
                if (row.kind() == Row.Kind.TOMBSTONE) {
                    batch.delete(RowFormat.key(row.key()));
                } else {
                    batch.put(RowFormat.key(row.key()), RowFormat.value(row));
                }
            }
            batch.put(RowFormat.MARK, next.encoded());
            rocks.write(how, batch);
            mark = next;
        } catch (RocksDBException e) {
            throw broken("write", e);
        }
    }

    /** Waits for readers. */
    @Override
    public void close() {
        gate.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                rocks.close();
                options.close();
            }
        } finally {
            gate.writeLock().unlock();
        }
    }

    private DiskTrouble broken(String verb, RocksDBException e) {
        return new DiskTrouble("could not " + verb + " the replica in " + folder, e);
    }
}
