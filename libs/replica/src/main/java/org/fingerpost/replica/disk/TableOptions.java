package org.fingerpost.replica.disk;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/** RocksDB for a small footprint: some tens of megabytes a table, however large it is. */
final class TableOptions implements AutoCloseable {
    private static final long MIB = 1 << 20;

    private final LRUCache cache = new LRUCache(8 * MIB);
    private final BloomFilter bloom = new BloomFilter(10);
    private final Options options = new Options();

    TableOptions() {
        BlockBasedTableConfig blocks =
                new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setFilterPolicy(bloom)
                        // Beside the cache, some two bytes a key: a load asks for each of a million
                        // keys that are not there, and would read the filters from disk each time.
                        .setCacheIndexAndFilterBlocks(false);
        options.setCreateIfMissing(true)
                .setTableFormatConfig(blocks)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(8 * MIB)
                .setMaxWriteBufferNumber(2)
                .setMaxTotalWalSize(32 * MIB)
                .setMaxOpenFiles(256)
                .setMaxBackgroundJobs(2)
                // RocksDB's own diary: kept short, it tells nothing an operator needs
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setMaxLogFileSize(MIB)
                .setMaxManifestFileSize(4 * MIB)
                .setStatsDumpPeriodSec(0);
    }

    Options rocks() {
        return options;
    }

    @Override
    public void close() {
        options.close();
        bloom.close();
        cache.close();
    }
}
