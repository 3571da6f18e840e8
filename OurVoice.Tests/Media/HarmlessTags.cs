namespace OurVoice.Tests.Media;

/// <summary>What exiftool may find on a clean recording: what a player needs, and fixed words of the converter. Anything else is
/// a leak until someone has looked at it.</summary>
internal static class HarmlessTags
{
    private static readonly HashSet<string> AnyValue = new(StringComparer.Ordinal)
    {
        "SourceFile",
        "QuickTime:MajorBrand", "QuickTime:MinorVersion", "QuickTime:CompatibleBrands", "QuickTime:MovieHeaderVersion",
        "QuickTime:TimeScale", "QuickTime:Duration", "QuickTime:PreferredRate", "QuickTime:PreferredVolume",
        "QuickTime:MatrixStructure", "QuickTime:PreviewTime", "QuickTime:PreviewDuration", "QuickTime:PosterTime",
        "QuickTime:SelectionTime", "QuickTime:SelectionDuration", "QuickTime:CurrentTime", "QuickTime:NextTrackID",
        "QuickTime:MediaDataSize", "QuickTime:MediaDataOffset", "QuickTime:MediaData",
        "Track1:TrackHeaderVersion", "Track1:TrackID", "Track1:TrackDuration", "Track1:TrackLayer", "Track1:TrackVolume",
        "Track1:MatrixStructure", "Track1:Unknown_edts", "Track1:MediaHeaderVersion", "Track1:MediaTimeScale", "Track1:MediaDuration",
        "Track1:Balance", "Track1:AudioFormat", "Track1:AudioChannels", "Track1:AudioBitsPerSample", "Track1:AudioSampleRate",
        "Track1:Unknown_esds", "Track1:TimeToSampleTable", "Track1:SampleToChunk", "Track1:SampleSizes", "Track1:ChunkOffset",
        "Track1:SampleGroupDescription", "Track1:SampleToGroup",
        "Opus:OpusVersion", "Opus:AudioChannels", "Opus:SampleRate", "Opus:OutputGain",
        "Vorbis:VorbisVersion", "Vorbis:AudioChannels", "Vorbis:SampleRate", "Vorbis:NominalBitrate",
    };

    private static readonly HashSet<string> OneValue = new(StringComparer.Ordinal)
    {
        "QuickTime:CreateDate=0000:00:00 00:00:00", "QuickTime:ModifyDate=0000:00:00 00:00:00",
        "Track1:TrackCreateDate=0000:00:00 00:00:00", "Track1:TrackModifyDate=0000:00:00 00:00:00",
        "Track1:MediaCreateDate=0000:00:00 00:00:00", "Track1:MediaModifyDate=0000:00:00 00:00:00",
        "Track1:MediaLanguageCode=und", "Track1:HandlerType=Audio Track", "Track1:HandlerDescription=SoundHandler",
        "QuickTime:HandlerType=Metadata", "QuickTime:HandlerVendorID=Apple",
        "QuickTime:Free=(Binary data 0 bytes, use -b option to extract)",
        "Vorbis:Vendor=ffmpeg",
    };

    // Facts about the file that the test itself wrote.
    private static readonly string[] OfTheTest = ["ExifTool", "System", "File", "Composite"];

    public static bool Contains(string tag) =>
        AnyValue.Contains(tag.Split('=')[0]) || OneValue.Contains(tag) || OfTheTest.Contains(tag.Split(':')[0], StringComparer.Ordinal);
}
