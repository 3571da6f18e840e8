using System.IO.Compression;
using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Media;

public sealed class FileTypesTests(Recordings recordings) : IClassFixture<Recordings>
{
    [Theory]
    [InlineData("FFD8FFE000104A46", FileKind.Picture, FileFormat.Jpeg)]
    [InlineData("89504E470D0A1A0A0000", FileKind.Picture, FileFormat.Png)]
    [InlineData("474946383961", FileKind.Picture, FileFormat.Gif)]
    [InlineData("524946460000000057454250", FileKind.Picture, FileFormat.Webp)]
    [InlineData("0000001866747970686569630000", FileKind.Picture, FileFormat.Heic)]
    [InlineData("000000186674797061766966", FileKind.Audio, FileFormat.Mp4)]
    [InlineData("255044462D312E37", FileKind.Pdf, FileFormat.Pdf)]
    [InlineData("52494646000000004156492000", FileKind.Video, FileFormat.OtherVideo)]
    [InlineData("000001BA44", FileKind.Video, FileFormat.OtherVideo)]
    [InlineData("4D5A9000", FileKind.Refused, FileFormat.Executable)]
    [InlineData("CFFAEDFE07000001", FileKind.Refused, FileFormat.Executable)]
    [InlineData("526172211A0700", FileKind.Refused, FileFormat.Archive)]
    [InlineData("1F8B0800", FileKind.Refused, FileFormat.Archive)]
    [InlineData("", FileKind.Unknown, FileFormat.Unknown)]
    [InlineData("FFFE680065006C006C006F0020006100620063006400", FileKind.Unknown, FileFormat.Unknown)]
    public void Detect_FirstBytes_NameTheFormat(string hex, FileKind kind, FileFormat format) =>
        Assert.Equal(new FileDetail(kind, format), FileTypes.Detect(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("#!/bin/sh\nrm -r ~", FileFormat.Executable)]
    [InlineData("\uFEFF \r\n<html><script>", FileFormat.Html)]
    [InlineData("<!DOCTYPE html>", FileFormat.Html)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", FileFormat.Html)]
    [InlineData("<?xml version='1.0'?>", FileFormat.Html)]
    public void Detect_WhatABrowserOrShellWouldRun_IsRefused(string text, FileFormat format) =>
        Assert.Equal(new FileDetail(FileKind.Refused, format), FileTypes.Detect(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("tagged.mp3", FileFormat.Mp3)]
    [InlineData("voice.m4a", FileFormat.Mp4)]
    [InlineData("old.3gp", FileFormat.Mp4)]
    [InlineData("opus.ogg", FileFormat.Ogg)]
    [InlineData("vorbis.ogg", FileFormat.Ogg)]
    [InlineData("browser.webm", FileFormat.Matroska)]
    [InlineData("plain.wav", FileFormat.Wav)]
    [InlineData("old.amr", FileFormat.Amr)]
    [InlineData("raw.aac", FileFormat.Aac)]
    [InlineData("tagged.flac", FileFormat.Flac)]
    public void Detect_Recording_IsAudio(string name, FileFormat format) =>
        Assert.Equal(new FileDetail(FileKind.Audio, format), FileTypes.Detect(recordings.Read(name)));

    [Theory]
    [InlineData("film.mp4")]
    [InlineData("fast.mp4")]
    [InlineData("film.webm")]
    [InlineData("film.avi")]
    public void Detect_MovingPictures_AreVideo(string name) =>
        Assert.Equal(FileKind.Video, FileTypes.Detect(recordings.Read(name)).Kind);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Judge_TrackListBehindMoreSoundThanIsKept_IsFoundInAnyPieces(int pieceLength)
    {
        var film = recordings.Read("film.mp4");
        byte[] padded = [.. film[..28], .. Box("free", 200_000), .. film[28..]];
        var sniffer = new FileSniffer();
        foreach (var piece in padded.Chunk(pieceLength))
        {
            sniffer.Append(piece);
        }

        Assert.Equal("ftyp", Encoding.ASCII.GetString(film, 4, 4));
        Assert.Equal(28, film[3]);
        Assert.Equal(FileKind.Video, sniffer.Judge().Kind);
    }

    [Fact]
    public void Detect_RenamedProgramAndOfficeDocument_AreRefused()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("word/document.xml");
        }

        Assert.Equal(FileFormat.Executable, FileTypes.Detect(File.ReadAllBytes("/usr/bin/true")).Format);
        Assert.Equal(new FileDetail(FileKind.Refused, FileFormat.Archive), FileTypes.Detect(zip.ToArray()));
    }

    private static byte[] Box(string type, int length)
    {
        var box = new byte[length];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(box, length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        return box;
    }
}
