package org.jianxi.gateway.transport;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.flow.extracts.ExtractDesk;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.pulling.DriverSettings;
import org.jianxi.gateway.pulling.Drivers;
import org.jianxi.gateway.pulling.Taken;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.pulling.Turns;
import org.jianxi.gateway.pulling.ViewReader;
import org.jianxi.gateway.transport.deposit.ExtractFetchDoor;
import org.jianxi.gateway.transport.deposit.SftpLines;
import org.jianxi.gateway.transport.deposit.SftpPollDoor;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.fetch.PullBeans;
import org.jianxi.gateway.transport.fetch.PullDesk;
import org.jianxi.gateway.transport.poll.PageFetch;
import org.jianxi.gateway.transport.poll.PollDoor;
import org.jianxi.gateway.transport.view.JdbcPollDoor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors by which we fetch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DriverSettings.class)
class PullConfiguration {

    @Bean
    AllowedAddresses allowedAddresses(TransportSettings settings) {
        return new AllowedAddresses(settings.pollHosts(), InetAddress::getAllByName);
    }

    @Bean
    Turns turns(Clock clock, WorkingCalendar calendar) {
        return new Turns(clock, calendar::isWorkingDay);
    }

    @Bean(destroyMethod = "close")
    TurnKeeper turnKeeper(Turns turns, TurnJournal journal, Clock clock) {
        return new TurnKeeper(turns, journal, clock);
    }

    @Bean
    PullDesk pullDesk(Reception reception, Taken taken, Clock clock) {
        return new PullDesk(reception, taken, clock);
    }

    @Bean
    PageFetch.Means pageMeans(AllowedAddresses addresses, Secrets secrets, BodyBudget budget, Clock clock) {
        return new PageFetch.Means(addresses, secrets, budget, clock);
    }

    @Bean
    PollDoor pollDoor(SourceRegister sources, TurnKeeper keeper, PullDesk desk, PageFetch.Means means) {
        return new PollDoor(sources, keeper, desk, means);
    }

    @Bean(destroyMethod = "close")
    SftpLines sftpLines(AllowedAddresses addresses, Secrets secrets) {
        return new SftpLines(addresses, secrets);
    }

    @Bean
    SftpPollDoor sftpPollDoor(
            SourceRegister sources, TurnKeeper keeper, PullDesk desk, SftpLines lines, BodyBudget budget) {
        return new SftpPollDoor(sources, keeper, desk, lines, budget);
    }

    @Bean
    ViewReader viewReader(DriverSettings drivers, AllowedAddresses addresses, Secrets secrets) {
        return new ViewReader(new Drivers(drivers), addresses, secrets);
    }

    @Bean
    JdbcPollDoor jdbcPollDoor(SourceRegister sources, TurnKeeper keeper, PullDesk desk, ViewReader reader) {
        return new JdbcPollDoor(sources, keeper, desk, reader);
    }

    @Bean
    ExtractFetchDoor extractFetchDoor(GatewayFolders folders, ExtractDesk desk, SftpLines lines) {
        return new ExtractFetchDoor(folders.var(), desk, lines);
    }

    @Bean
    PullBeans pullBeans(PollDoor https, SftpPollDoor sftp, JdbcPollDoor jdbc, ExtractFetchDoor extracts) {
        return new PullBeans(
                Map.of("pollDoor", https, "sftpPollDoor", sftp, "jdbcPollDoor", jdbc, "extractFetchDoor", extracts));
    }
}
