package lyceum.scheduler.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.clock.Alarm;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Rings by Quartz on its RAM store, one trigger for each bell. */
public final class QuartzAlarm implements Alarm {
    private final Scheduler scheduler;
    private final Map<String, Runnable> rings = new ConcurrentHashMap<>();

    private QuartzAlarm(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Starts two threads of its own, which do not keep the process alive. */
    public static QuartzAlarm start() {
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings()).getScheduler();
            QuartzAlarm alarm = new QuartzAlarm(scheduler);
            scheduler.setJobFactory((fired, _) -> alarm.bell(fired.getJobDetail()));
            scheduler.start();
            return alarm;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }

    @Override
    public void after(Duration delay, Runnable ring) {
        String name = UUID.randomUUID().toString();
        rings.put(name, ring);
        try {
            scheduler.scheduleJob(
                    JobBuilder.newJob(Bell.class).withIdentity(name).build(),
                    TriggerBuilder.newTrigger()
                            .withIdentity(name)
                            .startAt(Date.from(Instant.now().plus(delay.isNegative() ? Duration.ZERO : delay)))
                            .build());
        } catch (SchedulerException e) {
            rings.remove(name);
            if (!stopped()) {
                throw new IllegalStateException("Quartz takes no trigger", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not stop", e);
        }
    }

    private boolean stopped() {
        try {
            return scheduler.isShutdown();
        } catch (SchedulerException e) {
            return true;
        }
    }

    private Job bell(JobDetail job) {
        return new Bell(Objects.requireNonNull(rings.remove(job.getKey().getName())));
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "lyceum-" + UUID.randomUUID());
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return settings;
    }

    /** One ring, as Quartz sees it. */
    private record Bell(Runnable ring) implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            ring.run();
        }
    }
}
