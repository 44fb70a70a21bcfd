package lyceum.sqlite;

import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Brings a file to the schema of this release, from the scripts that the hub and the features keep in {@code db/migration}. */
final class Migrations {
    private Migrations() {}

    static void migrate(String url, Properties properties) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source(url, properties))
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .group(true) // one commit for a new file, not one for each script
                .validateOnMigrate(true)
                .load();
        for (MigrationInfo known : flyway.info().all()) {
            if (known.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new NewerDatabase(String.valueOf(known.getVersion()));
            }
        }
        flyway.migrate();
    }

    private static DataSource source(String url, Properties properties) {
        SQLiteDataSource source = new SQLiteDataSource(new SQLiteConfig(properties));
        source.setUrl(url);
        return source;
    }
}
